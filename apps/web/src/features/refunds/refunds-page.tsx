import { useSearch } from '@tanstack/react-router'
import { PageHeader } from '../../components/ui/page-header.tsx'
import { usePageMeta } from '../../lib/page-meta.ts'
import { MyRefunds } from './my-refunds.tsx'
import { OneRefund } from './one-refund.tsx'
import { ReturnOrder } from './return-order.tsx'
import { ReturnStart } from './return-start.tsx'

export function RefundsPage() {
  const { order, number } = useSearch({ from: '/refunds' })
  usePageMeta({
    title: 'Returns & refunds',
    description: 'What can go back, how much you get for it and until when, and where your refund is.',
  })
  return (
    <div className="page @container pb-12">
      <PageHeader
        title="Returns & refunds"
        lead="What can go back, how much you get for it and until when. Nothing is asked for before you confirm it."
      />
      <div className="grid grid-cols-1 items-start gap-5 @4xl:grid-cols-[minmax(0,6fr)_minmax(0,5fr)]">
        {number !== undefined ? (
          <OneRefund key={number} typed={number} />
        ) : order !== undefined ? (
          <ReturnOrder key={order} typed={order} />
        ) : (
          <ReturnStart />
        )}
        <MyRefunds shown={number} />
      </div>
    </div>
  )
}
