import type { OrderItem } from '@marketplace-agent/api-client'
import { ProductLink } from '../product/product-link.tsx'
import { Picture } from '../ui/picture.tsx'
import { Price } from '../ui/price.tsx'
import { useItemPictures } from './use-item-pictures.ts'

interface OrderItemsTableProps {
  items: readonly OrderItem[]
  deliveryFee: number
  discount: number
  total: number
}

/** What was bought, with pictures, and what was paid for it. */
export function OrderItemsTable({ items, deliveryFee, discount, total }: OrderItemsTableProps) {
  const pictureOf = useItemPictures(items)
  return (
    <div className="grid gap-4">
      <ul className="grid gap-3">
        {items.map(({ product_id, name, quantity, unit_price }) => (
          <li key={product_id} className="flex items-center gap-3">
            <Picture src={pictureOf(product_id)} alt="" name={name} className="w-16 shrink-0" />
            <div className="grid min-w-0 grow gap-0.5">
              <ProductLink id={product_id} className="leading-snug font-semibold hover:underline">
                {name}
              </ProductLink>
              <span className="numeric text-sm text-muted">
                {quantity} × <Price amount={unit_price} />
              </span>
            </div>
            <Price amount={unit_price * quantity} className="font-semibold" />
          </li>
        ))}
      </ul>
      <dl className="grid gap-1.5 border-t border-line pt-3 text-sm [&>div]:flex [&>div]:justify-between [&>div]:gap-4">
        <div>
          <dt className="text-muted">Delivery</dt>
          <dd>{deliveryFee === 0 ? 'Free' : <Price amount={deliveryFee} />}</dd>
        </div>
        {discount > 0 && (
          <div>
            <dt className="text-muted">Discount</dt>
            <dd>
              <Price amount={-discount} />
            </dd>
          </div>
        )}
        <div className="text-lg font-semibold">
          <dt>Total</dt>
          <dd>
            <Price amount={total} />
          </dd>
        </div>
      </dl>
    </div>
  )
}
