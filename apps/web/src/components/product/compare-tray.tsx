import { checkStockOptions } from '@marketplace-agent/api-client/react-query'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Scale, X } from 'lucide-react'
import { compareList, useCompareList } from '../../lib/compare-list.ts'
import { ButtonLink } from '../ui/button-link.tsx'
import { Button } from '../ui/button.tsx'
import { Picture } from '../ui/picture.tsx'

/** The products chosen to be compared, in sight at the end of the page while one looks for more. */
export function CompareTray() {
  const ids = useCompareList()
  const { data } = useQuery({
    ...checkStockOptions({ query: { ids: [...ids] } }),
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
  })
  if (ids.length === 0) return null
  const products = new Map(data?.data?.items.map((product) => [product.id, product]))
  return (
    <section
      aria-label="To compare"
      className="sticky bottom-[calc(var(--spacing-bar)+env(safe-area-inset-bottom)+0.5rem)] z-20 mt-6 flex flex-wrap items-center gap-3 rounded-lg border border-line-strong/60 bg-surface p-2.5 shadow-floating lg:bottom-3 lg:flex-nowrap print:hidden"
    >
      <ul className="flex min-w-0 grow gap-2 lg:gap-1.5">
        {ids.map((id) => {
          const name = products.get(id)?.name ?? `Product ${id}`
          return (
            <li
              key={id}
              className="relative flex shrink-0 items-center rounded-md bg-sunken lg:max-w-64 lg:min-w-0 lg:shrink lg:grow"
            >
              <Picture src={products.get(id)?.picture ?? null} alt="" name={name} className="w-10 shrink-0 lg:w-11" />
              <span aria-hidden className="hidden min-w-0 grow truncate px-2 text-sm font-medium lg:block">
                {name}
              </span>
              {/* Where there is room for no more than the pictures, the whole of one takes it out. */}
              <button
                type="button"
                aria-label={`Don't compare ${name}`}
                title={`Don't compare ${name}`}
                onClick={() => compareList.toggle(id)}
                className="absolute inset-0 rounded-md text-muted hover:text-ink lg:static lg:inline-flex lg:h-11 lg:w-9 lg:shrink-0 lg:items-center lg:justify-center"
              >
                <X
                  aria-hidden
                  className="absolute -top-1.5 -right-1.5 size-5 rounded-full border border-line-strong bg-surface p-0.5 lg:static lg:size-4 lg:border-0 lg:bg-transparent lg:p-0"
                />
              </button>
            </li>
          )
        })}
      </ul>
      <div className="ml-auto flex shrink-0 items-center gap-1">
        <span className="hidden sm:contents">
          <Button look="quiet" onClick={() => compareList.set([])}>
            Clear
          </Button>
        </span>
        {ids.length < 2 ? (
          <span className="px-2 text-sm text-muted">Choose one more</span>
        ) : (
          <ButtonLink to="/compare" search={{ ids: ids.join(',') }} look="primary">
            <Scale aria-hidden className="hidden size-4.5 sm:block" />
            Compare {ids.length}
          </ButtonLink>
        )}
      </div>
    </section>
  )
}
