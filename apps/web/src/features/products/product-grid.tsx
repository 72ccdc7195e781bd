import type { ListedProduct } from '@marketplace-agent/api-client'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useMemo } from 'react'
import { ProductCard, ProductCardSkeleton } from '../../components/product/product-card.tsx'
import { ErrorPanel } from '../../components/ui/error-panel.tsx'
import { useElementSize } from '../../lib/use-element-size.ts'
import { gridOf } from './grid-of.ts'
import type { ProductSearch } from './product-search.ts'
import { usePageTop } from './use-page-top.ts'
import { useProductPages } from './use-product-pages.ts'

interface ProductGridProps {
  search: ProductSearch
  total: number
  /** The first page, which is there already. */
  first: readonly ListedProduct[]
}

/** Rows beyond the screen that are kept ready. */
const overscan = 3

/** All products of a search, of which only those near the screen are in the page and asked for. */
export function ProductGrid({ search, total, first }: ProductGridProps) {
  const [measure, { width }] = useElementSize()
  const [list, top] = usePageTop()
  const rem = useMemo(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize), [])
  const { columns, gap, cardWidth, cardHeight: height } = gridOf(width, rem)
  // oxlint-disable-next-line react/incompatible-library -- Its result stays in this component.
  const virtualizer = useWindowVirtualizer({
    count: Math.ceil(total / columns),
    estimateSize: () => height,
    gap,
    overscan,
    scrollMargin: top,
  })
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, height, gap, columns])
  const rows = virtualizer.getVirtualItems()
  const from = (rows[0]?.index ?? 0) * columns
  const to = Math.min(((rows.at(-1)?.index ?? 0) + 1) * columns, total)
  const pages = useProductPages(search, from, to - 1)
  return (
    <div ref={measure}>
      {pages.error !== null && <ErrorPanel error={pages.error} onRetry={pages.retry} className="mb-4" />}
      <ul ref={list} className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {width > 0 &&
          rows.flatMap(({ index: row, start }) =>
            Array.from({ length: Math.min(columns, total - row * columns) }, (_, column) => {
              const position = row * columns + column
              const product = pages.at(position) ?? first[position]
              return (
                <li
                  key={position}
                  aria-setsize={total}
                  aria-posinset={position + 1}
                  className="absolute top-0 left-0"
                  style={{
                    width: cardWidth,
                    height,
                    transform: `translate(${column * (cardWidth + gap)}px, ${start - top}px)`,
                  }}
                >
                  {product === undefined ? (
                    <ProductCardSkeleton />
                  ) : (
                    <ProductCard product={product} eager={position < columns * 2} />
                  )}
                </li>
              )
            }),
          )}
      </ul>
    </div>
  )
}
