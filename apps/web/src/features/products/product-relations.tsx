import type { Product, RelatedCard } from '@marketplace-agent/api-client'
import { findBoughtTogetherOptions } from '@marketplace-agent/api-client/react-query'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ProductCard } from '../../components/product/product-card.tsx'
import { ProductRow } from '../../components/product/product-row.tsx'
import { Button } from '../../components/ui/button.tsx'
import { Card } from '../../components/ui/card.tsx'
import { accessoriesOf, similarTo } from './relation-queries.ts'

type Item = RelatedCard['items'][number]

const heading = 'mb-3 text-xl font-bold'

/** What goes with a product and what is like it. */
export function ProductRelations({ product }: { product: Product }) {
  const accessories = useQuery(accessoriesOf(product.id)).data?.data?.items ?? []
  const together = useQuery(findBoughtTogetherOptions({ path: { id: product.id } })).data?.data?.items ?? []
  const similar = useQuery(similarTo(product.id)).data?.data?.items ?? []
  const fitting = accessories.filter(({ relation }) => relation === 'accessory')
  const hosts = accessories.filter(({ relation }) => relation !== 'accessory')
  return (
    <>
      <Fitting id="fitting" title="What fits it" items={fitting} />
      <Fitting id="hosts" title="What it fits" items={hosts} />
      <Shelf id="together" title="Often bought together" items={together} />
      <Shelf id="similar" title="Similar products" items={similar} />
    </>
  )
}

interface ListProps {
  id: string
  title: string
  items: readonly Item[]
}

/** So many are shown at first. */
const few = 6

/** Products with the reason why they fit. */
function Fitting({ id, title, items }: ListProps) {
  const [all, setAll] = useState(false)
  if (items.length === 0) return null
  return (
    <section aria-labelledby={id} className="pt-10">
      <h2 id={id} className={heading}>
        {title}
      </h2>
      <ul className="grid gap-3 @2xl:grid-cols-2 @5xl:grid-cols-3">
        {items.slice(0, all ? items.length : few).map(({ product, because }) => (
          <li key={product.id}>
            <Card className="h-full p-1.5">
              <ProductRow product={product}>
                <span className="text-sm text-muted">{because}</span>
              </ProductRow>
            </Card>
          </li>
        ))}
      </ul>
      {items.length > few && !all && (
        <Button className="mt-3" onClick={() => setAll(true)}>
          Show all {items.length}
        </Button>
      )}
    </section>
  )
}

/** Products beside each other. */
function Shelf({ id, title, items }: ListProps) {
  if (items.length === 0) return null
  return (
    <section aria-labelledby={id} className="pt-10">
      <h2 id={id} className={heading}>
        {title}
      </h2>
      <ul className="grid grid-cols-2 gap-3 @2xl:grid-cols-3 @2xl:gap-4 @5xl:grid-cols-5">
        {items.map(({ product }) => (
          <li key={product.id}>
            <ProductCard product={product} />
          </li>
        ))}
      </ul>
    </section>
  )
}
