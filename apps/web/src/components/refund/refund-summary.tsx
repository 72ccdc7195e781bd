import type { RefundView } from '@marketplace-agent/api-client'
import { useFormats } from '../../lib/formats.ts'
import { OrderItems } from '../order/order-items.tsx'
import { OrderLink } from '../order/order-link.tsx'
import { Badge, type Tone } from '../ui/badge.tsx'
import { FactList } from '../ui/fact-list.tsx'
import { Price } from '../ui/price.tsx'

const states: Record<RefundView['state'], { words: string; tone: Tone }> = {
  requested: { words: 'Requested', tone: 'accent' },
  approved: { words: 'Approved', tone: 'accent' },
  paid: { words: 'Paid', tone: 'positive' },
  rejected: { words: 'Rejected', tone: 'danger' },
}

/** A refund: its number, state, items and amount. */
export function RefundSummary({ refund }: { refund: RefundView }) {
  const { date } = useFormats()
  const { words, tone } = states[refund.state]
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span>
          Refund <strong>{refund.number}</strong>
        </span>
        <Badge tone={tone}>{words}</Badge>
      </div>
      <OrderItems items={refund.items} />
      <FactList
        facts={[
          { label: 'Amount', text: <Price amount={refund.amount} /> },
          { label: 'Order', text: <OrderLink number={refund.order_number} /> },
          { label: 'Reason', text: refund.reason },
          { label: 'Requested', text: date(refund.created_date) },
          {
            label: 'Last change',
            text: refund.updated_date === refund.created_date ? null : date(refund.updated_date),
          },
        ]}
      />
    </div>
  )
}
