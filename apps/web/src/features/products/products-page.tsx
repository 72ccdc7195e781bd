import { listCategoriesOptions } from '@marketplace-agent/api-client/react-query'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { MessageCircle, SearchX, SlidersHorizontal } from 'lucide-react'
import { lazy, Suspense, useCallback, useState } from 'react'
import { CompareTray } from '../../components/product/compare-tray.tsx'
import { ProductCardSkeleton } from '../../components/product/product-card.tsx'
import { Button } from '../../components/ui/button.tsx'
import { EmptyState } from '../../components/ui/empty-state.tsx'
import { ErrorPanel } from '../../components/ui/error-panel.tsx'
import { Field, Select } from '../../components/ui/field.tsx'
import { Notice } from '../../components/ui/notice.tsx'
import { PageHeader } from '../../components/ui/page-header.tsx'
import { SkeletonLines } from '../../components/ui/skeleton.tsx'
import { useAssistant } from '../../lib/assistant.ts'
import { useFormats } from '../../lib/formats.ts'
import { usePageMeta } from '../../lib/page-meta.ts'
import { FilterChips } from './filter-chips.tsx'
import { Filters } from './filters.tsx'
import { ProductGrid } from './product-grid.tsx'
import { countFilters, type ProductSearch, type ProductSort, sorts, without, withoutFilters } from './product-search.ts'
import { SearchBox } from './search-box.tsx'
import { useFirstPage } from './use-product-pages.ts'

const FilterSheet = lazy(async () => ({ default: (await import('./filter-sheet.tsx')).FilterSheet }))

const sortWords: Record<ProductSort, string> = {
  '-rating': 'Best rated',
  price: 'Price: low to high',
  '-price': 'Price: high to low',
  '-released': 'Newest',
  name: 'Name',
}

/** All products: words, filters and order are the address, so that they can be shared and gone back to. */
export function ProductsPage() {
  const search = useSearch({ from: '/products' })
  const navigate = useNavigate({ from: '/products' })
  const { ask } = useAssistant()
  const { number } = useFormats()
  const [sheet, setSheet] = useState<'never' | 'open' | 'closed'>('never')
  const categories = useQuery(listCategoriesOptions()).data?.data?.categories ?? []
  const { data, error, isPlaceholderData, refetch } = useFirstPage(search)
  const card = data?.data ?? undefined

  const only = search.category?.length === 1 ? search.category[0] : undefined
  const title = categories.find(({ value }) => value === only)?.label ?? 'Products'
  usePageMeta({
    title: search.q === undefined ? title : `“${search.q}” in ${title.toLowerCase()}`,
    description: 'All of it, by category, brand, price and rating.',
  })

  const change = useCallback((next: ProductSearch) => void navigate({ search: next }), [navigate])
  const look = useCallback(
    (q: string, typing: boolean) =>
      void navigate({
        search: (now) => (q === '' ? without(now, 'q') : { ...now, q }),
        // One step back leads out of a search, not through its letters.
        replace: typing,
      }),
    [navigate],
  )

  const filters = countFilters(search)
  const filterList = card && <Filters search={search} facets={card.facets} onChange={change} />
  return (
    <div className="page @container pb-6">
      <PageHeader title={title} />
      <div className="grid grid-cols-[1fr_auto] gap-2 @2xl:flex">
        <div className="col-span-2 @2xl:grow">
          <SearchBox q={search.q ?? ''} onSearch={look} />
        </div>
        <Field label="Sort by" hideLabel className="min-w-0 @2xl:w-56">
          <Select
            value={search.sort ?? ''}
            onChange={(event) => {
              const sort = sorts.find((each) => each === event.target.value)
              change(sort === undefined ? without(search, 'sort') : { ...search, sort })
            }}
          >
            <option value="">{search.q === undefined ? 'Recommended' : 'Best match'}</option>
            {sorts.map((sort) => (
              <option key={sort} value={sort}>
                {sortWords[sort]}
              </option>
            ))}
          </Select>
        </Field>
        <Button
          className="@4xl:hidden"
          aria-haspopup="dialog"
          onClick={() => setSheet('open')}
          icon={<SlidersHorizontal aria-hidden className="size-4.5" />}
        >
          Filters{filters > 0 && ` (${filters})`}
        </Button>
      </div>

      <div className="mt-5 grid items-start gap-x-8 @4xl:grid-cols-[15rem_minmax(0,1fr)]">
        <aside
          aria-label="Filters"
          className="sticky top-[calc(var(--spacing-header)+1rem)] hidden max-h-[calc(100dvh-var(--spacing-header)-2rem)] overflow-y-auto pr-2 pb-4 pl-1 @4xl:block"
        >
          {filterList ?? <SkeletonLines lines={10} />}
        </aside>
        <section aria-labelledby="results" className="min-w-0">
          <h2 id="results" className="sr-only">
            Results
          </h2>
          <div className="mb-3 flex min-h-9 flex-wrap items-center gap-x-4 gap-y-2">
            <p role="status" className="numeric text-sm text-muted">
              {card !== undefined && (card.total === 1 ? '1 product' : `${number(card.total)} products`)}
            </p>
            <FilterChips search={search} categories={categories} onChange={change} />
          </div>
          {card?.ignored !== undefined && card.total > 0 && (
            <Notice className="mb-4">
              {card.ignored === search.q
                ? `Nothing is found for “${card.ignored}”. This is what there is without it. `
                : `Nothing here has “${card.ignored}”; these are without it. `}
              <button
                type="button"
                onClick={() => ask(`Do you have ${search.q}?`, { send: true })}
                className="font-semibold text-accent hover:underline"
              >
                Ask the assistant
              </button>
            </Notice>
          )}
          {error !== null && card === undefined ? (
            <ErrorPanel error={error} onRetry={() => void refetch()} />
          ) : card === undefined ? (
            <GridSkeleton />
          ) : card.total === 0 ? (
            <EmptyState
              icon={<SearchX />}
              title={search.q === undefined ? 'Nothing is like that' : `Nothing is found for “${search.q}”`}
              actions={
                <>
                  {filters > 0 && (
                    <Button look="primary" onClick={() => change(withoutFilters(search))}>
                      Clear filters
                    </Button>
                  )}
                  {search.q !== undefined && <Button onClick={() => look('', false)}>Clear the search</Button>}
                  <Button
                    onClick={() =>
                      ask(search.q === undefined ? 'Can you help me find ' : `Do you have ${search.q}?`, {
                        send: search.q !== undefined,
                      })
                    }
                    icon={<MessageCircle aria-hidden className="size-4.5" />}
                  >
                    Ask the assistant
                  </Button>
                </>
              }
            >
              {filters > 0
                ? 'Take a filter off, or tell the assistant what you are looking for.'
                : 'Try other words, or tell the assistant what you are looking for.'}
            </EmptyState>
          ) : (
            <div
              aria-busy={isPlaceholderData}
              className={isPlaceholderData ? 'opacity-60 transition-opacity' : undefined}
            >
              <ProductGrid search={search} total={card.total} first={card.items} />
            </div>
          )}
        </section>
      </div>
      <CompareTray />
      {sheet !== 'never' && (
        <Suspense>
          <FilterSheet
            open={sheet === 'open'}
            onOpenChange={(open) => setSheet(open ? 'open' : 'closed')}
            total={card?.total}
            onClear={filters > 0 ? () => change(withoutFilters(search)) : undefined}
          >
            {filterList}
          </FilterSheet>
        </Suspense>
      )}
    </div>
  )
}

const GridSkeleton = () => (
  <div
    role="status"
    aria-label="Loading"
    className="grid grid-cols-2 gap-3 @2xl:grid-cols-3 @2xl:gap-4 @5xl:grid-cols-4"
  >
    {Array.from({ length: 12 }, (_, index) => (
      <ProductCardSkeleton key={index} />
    ))}
  </div>
)
