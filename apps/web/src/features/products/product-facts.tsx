import type { Product } from '@marketplace-agent/api-client'
import { Link } from '@tanstack/react-router'
import { MessageCircle, ShieldCheck, Waypoints } from 'lucide-react'
import { CompareToggle } from '../../components/product/compare-toggle.tsx'
import { ButtonLink } from '../../components/ui/button-link.tsx'
import { Button } from '../../components/ui/button.tsx'
import { Rating } from '../../components/ui/rating.tsx'
import { StockBadge } from '../../components/ui/stock-badge.tsx'
import { useAssistant } from '../../lib/assistant.ts'
import { ModelNotice } from './model-notice.tsx'

/** What one wants to know first: name, price, stock, warranty; and what one can do. */
export function ProductFacts({ product }: { product: Product }) {
  const { ask } = useAssistant()
  const { id, name, brand, rating, price_text, in_stock, quantity, warranty_months, warranty_text, description } =
    product
  return (
    <div className="grid content-start gap-5">
      <div className="grid gap-2">
        <p className="text-sm font-medium text-muted">
          <Link to="/products" search={{ brand: [brand] }} className="hover:text-ink hover:underline">
            {brand}
          </Link>
        </p>
        <h1 className="text-2xl font-bold">{name}</h1>
        <Rating value={rating} />
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="numeric text-3xl font-bold tracking-tight">{price_text}</p>
        <StockBadge inStock={in_stock} quantity={quantity} />
      </div>
      <p className="max-w-prose">{description}</p>
      {warranty_months > 0 && (
        <p className="flex items-center gap-2 text-sm font-medium text-muted">
          <ShieldCheck aria-hidden className="size-5 text-positive" />
          {warranty_text} warranty
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button
          look="primary"
          size="large"
          className="grow basis-full @lg:basis-auto"
          onClick={() => ask(`About the ${name}: `)}
          icon={<MessageCircle aria-hidden className="size-5" />}
        >
          Ask about this product
        </Button>
        <CompareToggle id={id} name={name} />
        <ButtonLink to="/map" search={{ around: id }}>
          <Waypoints aria-hidden className="size-4.5" />
          See it on the map
        </ButtonLink>
      </div>
      <ModelNotice productId={id} />
    </div>
  )
}
