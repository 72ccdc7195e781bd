import type { ProductSummary } from '@marketplace-agent/api-client'
import { memo } from 'react'
import { Picture } from '../ui/picture.tsx'
import { Rating } from '../ui/rating.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { StockBadge } from '../ui/stock-badge.tsx'
import { CompareToggle } from './compare-toggle.tsx'
import { ProductLink } from './product-link.tsx'

const frame = 'rounded-lg border border-line bg-surface'

interface ProductCardProps {
  product: ProductSummary
  eager?: boolean
}

/** A product in a grid. All are of one height at one width, whatever is known of them. */
export const ProductCard = memo(({ product, eager = false }: ProductCardProps) => (
  <article
    className={`${frame} group relative flex h-full flex-col overflow-hidden transition-[border-color,box-shadow] hover:border-line-strong hover:shadow-raised`}
  >
    <Picture src={product.picture} alt="" name={product.name} wide eager={eager} className="rounded-none!" />
    <div className="flex grow flex-col gap-1 p-3 sm:p-4">
      <p className="truncate text-xs text-muted">{product.brand}</p>
      <h3 className="line-clamp-2 min-h-[2.5em] leading-tight font-semibold tracking-normal">
        <ProductLink id={product.id} className="after:absolute after:inset-0 group-hover:underline">
          {product.name}
        </ProductLink>
      </h3>
      <div className="min-h-6">
        <Rating value={product.rating} />
      </div>
      <div className="mt-auto grid gap-1.5">
        <span className="numeric text-lg font-bold">{product.price_text}</span>
        <span>
          <StockBadge inStock={product.in_stock} quantity={product.quantity} />
        </span>
      </div>
    </div>
    <CompareToggle id={product.id} name={product.name} corner />
  </article>
))

/** Where a card will be; of its size. */
export const ProductCardSkeleton = () => (
  <div aria-hidden className={`${frame} flex h-full flex-col overflow-hidden`}>
    <Skeleton className="aspect-4/3 rounded-none" />
    <div className="grid content-start gap-2.5 p-3 sm:p-4">
      <Skeleton className="h-3 w-1/3" />
      <Skeleton className="h-4 w-5/6" />
      <Skeleton className="h-4 w-1/2" />
      <Skeleton className="mt-4 h-5 w-2/5" />
      <Skeleton className="h-5 w-1/2 rounded-full" />
    </div>
  </div>
)
