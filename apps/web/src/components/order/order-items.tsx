import { ProductLink } from '../product/product-link.tsx'

interface OrderItemsProps {
  items: readonly { product_id: number; name: string; quantity: number }[]
}

/** What is in it, as it was called when bought. */
export const OrderItems = ({ items }: OrderItemsProps) => (
  <ul className="grid gap-1 text-sm">
    {items.map(({ product_id, name, quantity }) => (
      <li key={product_id} className="flex gap-2">
        <span className="numeric text-muted">{quantity} ×</span>
        <ProductLink id={product_id} className="hover:underline">
          {name}
        </ProductLink>
      </li>
    ))}
  </ul>
)
