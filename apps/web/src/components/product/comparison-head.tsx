import type { ProductSummary } from '@marketplace-agent/api-client'
import { X } from 'lucide-react'
import { IconButton } from '../ui/icon-button.tsx'
import { Picture } from '../ui/picture.tsx'
import { StockBadge } from '../ui/stock-badge.tsx'

/** Over a product's name in a comparison: what it looks like, and the way to take it out. */
export const ComparisonHead = ({ product, onRemove }: { product: ProductSummary; onRemove: () => void }) => (
  <div className="grid max-w-60 gap-2">
    <div className="relative">
      <Picture src={product.picture} alt="" name={product.name} wide />
      <IconButton
        label={`Remove ${product.name}`}
        icon={<X aria-hidden />}
        onClick={onRemove}
        className="absolute! -top-1 -right-1 [&_svg]:size-7! [&_svg]:rounded-full [&_svg]:border [&_svg]:border-line [&_svg]:bg-surface [&_svg]:p-1"
      />
    </div>
    <span>
      <StockBadge inStock={product.in_stock} quantity={product.quantity} />
    </span>
  </div>
)
