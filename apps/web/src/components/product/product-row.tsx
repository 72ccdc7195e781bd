import type { ProductSummary } from '@marketplace-agent/api-client'
import type { ReactNode } from 'react'
import { Picture } from '../ui/picture.tsx'
import { Rating } from '../ui/rating.tsx'
import { StockBadge } from '../ui/stock-badge.tsx'
import { ProductLink } from './product-link.tsx'

/** A product on one line of a list: picture, name, price, stock, and why it is there. */
export const ProductRow = ({ product, children }: { product: ProductSummary; children?: ReactNode }) => (
  <div className="relative flex items-center gap-3 rounded-md p-2 transition-colors hover:bg-sunken">
    <Picture src={product.picture} alt="" name={product.name} className="w-16 shrink-0" />
    <div className="grid min-w-0 grow gap-1">
      <ProductLink id={product.id} className="leading-snug font-semibold after:absolute after:inset-0 hover:underline">
        {product.name}
      </ProductLink>
      {children}
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <span className="numeric font-semibold">{product.price_text}</span>
        <Rating value={product.rating} />
        <StockBadge inStock={product.in_stock} quantity={product.quantity} />
      </div>
    </div>
  </div>
)
