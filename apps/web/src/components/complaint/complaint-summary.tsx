import type { ComplaintView } from '@marketplace-agent/api-client'
import { useFormats } from '../../lib/formats.ts'
import { OrderLink } from '../order/order-link.tsx'
import { ProductLink } from '../product/product-link.tsx'
import { Badge, type Tone } from '../ui/badge.tsx'
import { FactList } from '../ui/fact-list.tsx'
import { complaintReasons, complaintRemedies } from './complaint-words.ts'

const states: Record<ComplaintView['state'], { words: string; tone: Tone }> = {
  open: { words: 'Open', tone: 'accent' },
  in_review: { words: 'In review', tone: 'accent' },
  resolved: { words: 'Resolved', tone: 'positive' },
  closed: { words: 'Closed', tone: 'neutral' },
}

/** A complaint: its number, state and what it is about. */
export function ComplaintSummary({ complaint }: { complaint: ComplaintView }) {
  const { date } = useFormats()
  const { words, tone } = states[complaint.state]
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span>
          Complaint <strong>{complaint.number}</strong>
        </span>
        <Badge tone={tone}>{words}</Badge>
      </div>
      <blockquote className="border-l-3 border-line pl-3 text-sm wrap-break-word">{complaint.text}</blockquote>
      <FactList
        facts={[
          { label: 'Reason', text: complaintReasons[complaint.reason] },
          {
            label: 'Product',
            text: complaint.product && <ProductLink id={complaint.product.id}>{complaint.product.name}</ProductLink>,
          },
          { label: 'Wanted', text: complaint.remedy && complaintRemedies[complaint.remedy] },
          { label: 'Order', text: <OrderLink number={complaint.order_number} /> },
          { label: 'Made', text: date(complaint.created_date) },
          {
            label: 'Last change',
            text: complaint.updated_date === complaint.created_date ? null : date(complaint.updated_date),
          },
        ]}
      />
    </div>
  )
}
