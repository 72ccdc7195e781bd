import { compareProductsOptions } from '@marketplace-agent/api-client/react-query'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Plus, Scale } from 'lucide-react'
import { useEffect, useState } from 'react'
import { ComparisonTable } from '../../components/product/comparison-table.tsx'
import { ButtonLink } from '../../components/ui/button-link.tsx'
import { Button } from '../../components/ui/button.tsx'
import { EmptyState } from '../../components/ui/empty-state.tsx'
import { ErrorPanel } from '../../components/ui/error-panel.tsx'
import { PageHeader } from '../../components/ui/page-header.tsx'
import { Skeleton } from '../../components/ui/skeleton.tsx'
import { compareList, mostCompared, useCompareList } from '../../lib/compare-list.ts'
import { usePageMeta } from '../../lib/page-meta.ts'
import { comparisonOf, idsOf } from './comparison-search.ts'

/** Two to four products side by side. The address says which; without any, those that were chosen in this browser. */
export function ComparisonPage() {
  const { ids: inAddress } = useSearch({ from: '/compare' })
  const navigate = useNavigate({ from: '/compare' })
  const listed = useCompareList()
  const [wasEmpty] = useState(inAddress === undefined)
  const ids = inAddress === undefined ? listed : idsOf(inAddress)
  const joined = ids.join(',')

  useEffect(() => {
    if (inAddress !== undefined) return compareList.set(idsOf(inAddress))
    if (wasEmpty && joined !== '') void navigate({ search: comparisonOf(idsOf(joined)), replace: true })
  }, [inAddress, wasEmpty, joined, navigate])

  const { data, error, isPending, refetch } = useQuery({
    ...compareProductsOptions({ query: { ids: [...ids] } }),
    enabled: ids.length >= 2,
    placeholderData: keepPreviousData,
  })
  const card = ids.length >= 2 ? data?.data : undefined
  const names = card?.products.map(({ name }) => name) ?? []
  usePageMeta({ title: names.length > 0 ? names.join(' or ') : 'Compare' })

  const change = (next: readonly number[]) => {
    compareList.set(next)
    void navigate({ search: comparisonOf(next), replace: true })
  }
  const category = card?.products[0]?.category
  return (
    <div className="page @container pb-6">
      <PageHeader
        title="Compare"
        lead={card && 'A bar marks what differs, a check the better value.'}
        actions={
          card &&
          ids.length < mostCompared && (
            <ButtonLink to="/products" search={category === undefined ? {} : { category: [category] }}>
              <Plus aria-hidden className="size-4.5" />
              Add another
            </ButtonLink>
          )
        }
      />
      {ids.length < 2 ? (
        <EmptyState
          icon={<Scale />}
          title={ids.length === 0 ? 'Nothing is chosen to compare yet' : 'Choose one more to compare'}
          actions={
            <ButtonLink to="/products" look="primary">
              Choose products
            </ButtonLink>
          }
        >
          Press the scales on two to {mostCompared} products; they wait at the foot of the page until you compare them.
        </EmptyState>
      ) : error !== null && card === undefined ? (
        <ErrorPanel
          error={error}
          onRetry={() => void refetch()}
          actions={<Button onClick={() => change([])}>Start over</Button>}
        />
      ) : isPending || card == null ? (
        <Skeleton className="h-96" />
      ) : (
        <ComparisonTable card={card} onRemove={(id) => change(ids.filter((each) => each !== id))} />
      )}
    </div>
  )
}
