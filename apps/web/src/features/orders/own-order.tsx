import type { OrderDetailsCard } from '@marketplace-agent/api-client'
import type { ReactNode } from 'react'
import { ComplaintSummary } from '../../components/complaint/complaint-summary.tsx'
import { OrderItemsTable } from '../../components/order/order-items-table.tsx'
import { RefundSummary } from '../../components/refund/refund-summary.tsx'
import { SectionCard } from '../../components/ui/section-card.tsx'
import { DeliverySection } from './delivery-section.tsx'
import { OrderActions } from './order-actions.tsx'
import { OrderAddress } from './order-address.tsx'

/** An order with all that its customer may see of it, and what can be done about it. */
export const OwnOrder = ({ card }: { card: OrderDetailsCard }) => (
  <div className="grid grid-cols-1 items-start gap-5 @4xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
    <div className="grid grid-cols-1 gap-5">
      <DeliverySection card={card} />
      <SectionCard title="Items and amounts">
        <OrderItemsTable
          items={card.items}
          deliveryFee={card.delivery_fee}
          discount={card.discount}
          total={card.total}
        />
      </SectionCard>
    </div>
    <div className="grid grid-cols-1 gap-5">
      <OrderActions card={card} />
      {card.refunds.length > 0 && (
        <SectionCard title="Refunds">
          <Listed>
            {card.refunds.map((refund) => (
              <RefundSummary key={refund.number} refund={refund} />
            ))}
          </Listed>
        </SectionCard>
      )}
      {card.complaints.length > 0 && (
        <SectionCard title="Complaints">
          <Listed>
            {card.complaints.map((complaint) => (
              <ComplaintSummary key={complaint.number} complaint={complaint} />
            ))}
          </Listed>
        </SectionCard>
      )}
      <SectionCard title="Delivery address">
        <OrderAddress address={card.address} />
      </SectionCard>
    </div>
  </div>
)

const Listed = ({ children }: { children: ReactNode[] }) => (
  <ul className="grid grid-cols-1 gap-5 divide-y divide-line [&>li+li]:pt-5">
    {children.map((child, at) => (
      <li key={at}>{child}</li>
    ))}
  </ul>
)
