import { useSearch } from '@tanstack/react-router'
import { PageHeader } from '../../components/ui/page-header.tsx'
import { usePageMeta } from '../../lib/page-meta.ts'
import { ComplaintForm } from './complaint-form.tsx'
import { MyComplaints } from './my-complaints.tsx'
import { OneComplaint } from './one-complaint.tsx'

export function ComplaintsPage() {
  const { order, product, number } = useSearch({ from: '/complaints' })
  usePageMeta({
    title: 'Complaints',
    description: 'Tell us what went wrong and what would make it good, and see what became of it.',
  })
  return (
    <div className="page @container pb-12">
      <PageHeader
        title="Complaints"
        lead="Tell us what went wrong and what would make it good. You get a number, and can see here what becomes of it."
      />
      <div className="grid grid-cols-1 items-start gap-5 @4xl:grid-cols-[minmax(0,6fr)_minmax(0,5fr)]">
        {number !== undefined ? (
          <OneComplaint key={number} typed={number} />
        ) : (
          <ComplaintForm key={`${order} ${product}`} order={order} product={product} />
        )}
        <MyComplaints shown={number} />
      </div>
    </div>
  )
}
