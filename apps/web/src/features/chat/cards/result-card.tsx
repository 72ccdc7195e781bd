import type { Card as CardData, ToolResult } from '@marketplace-agent/api-client'
import { Link } from '@tanstack/react-router'
import { Check, CircleHelp, Waypoints, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { ComplaintSummary } from '../../../components/complaint/complaint-summary.tsx'
import { DocumentLink } from '../../../components/document/document-link.tsx'
import { OrderLink } from '../../../components/order/order-link.tsx'
import { OrderSummary } from '../../../components/order/order-summary.tsx'
import { OrderStateBadge } from '../../../components/order/order-state.tsx'
import { ComparisonTable } from '../../../components/product/comparison-table.tsx'
import { ProductRow } from '../../../components/product/product-row.tsx'
import { RefundSummary } from '../../../components/refund/refund-summary.tsx'
import { ReturnOptionsList } from '../../../components/refund/return-options-list.tsx'
import { RefusalView } from '../../../components/refusal/refusal-view.tsx'
import { Badge } from '../../../components/ui/badge.tsx'
import { Card } from '../../../components/ui/card.tsx'
import { FactList } from '../../../components/ui/fact-list.tsx'
import { useFormats } from '../../../lib/formats.ts'
import { ContactCard } from './contact-card.tsx'
import { OrderDetails } from './order-details.tsx'
import { Several } from './several.tsx'

/** How many of a list a conversation shows at first. */
const few = 3

const Padded = ({ children }: { children: ReactNode }) => <Card className="p-4">{children}</Card>
const List = ({ children }: { children: ReactNode }) => <Card className="p-2">{children}</Card>

/** What a tool has found or done, as what it is. Proposals and sources stand elsewhere in the answer. */
export function ResultCard({ result }: { result: ToolResult }) {
  return result.data === null ? null : <KindOfCard card={result.data} />
}

function KindOfCard({ card }: { card: CardData }): ReactNode {
  const { date, money } = useFormats()
  switch (card.kind) {
    case 'products':
      return (
        card.items.length > 0 && (
          <List>
            <Several of={card.items} first={few} noun="products">
              {(product) => (
                <ProductRow key={product.id} product={product}>
                  {product.facts.length > 0 && (
                    <span className="text-sm text-muted">
                      {product.facts.map(({ label, text }) => `${label}: ${text}`).join(' · ')}
                    </span>
                  )}
                </ProductRow>
              )}
            </Several>
          </List>
        )
      )
    case 'stock':
      return (
        <List>
          <Several of={card.items} first={few} noun="products">
            {(product) => <ProductRow key={product.id} product={product} />}
          </Several>
        </List>
      )
    case 'product':
      return (
        <List>
          <ProductRow product={card.product} />
          <div className="px-2 pt-1 pb-2">
            <FactList facts={card.asked.length > 0 ? card.asked : card.product.specs.slice(0, 6)} />
          </div>
        </List>
      )
    case 'comparison':
      return <ComparisonTable card={card} compact />
    case 'related':
      return (
        card.items.length > 0 && (
          <List>
            <Several of={card.items} first={few} noun="products">
              {({ product, because }) => (
                <ProductRow key={product.id} product={product}>
                  <span className="text-sm text-muted">{because}</span>
                </ProductRow>
              )}
            </Several>
          </List>
        )
      )
    case 'fit': {
      const { fits, known, products, reasons } = card
      return (
        <List>
          <div className="px-2 pt-2">
            {known ? (
              <Badge tone={fits ? 'positive' : 'danger'} icon={fits ? <Check aria-hidden /> : <X aria-hidden />}>
                {fits ? 'They fit' : "They don't fit"}
              </Badge>
            ) : (
              <Badge icon={<CircleHelp aria-hidden />}>Not known</Badge>
            )}
          </div>
          {products.map((product) => (
            <ProductRow key={product.id} product={product} />
          ))}
          {reasons.length > 0 && (
            <ul className="list-disc px-2 pb-2 pl-7 text-sm text-muted">
              {reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          )}
        </List>
      )
    }
    case 'categories':
      return (
        <ul className="flex flex-wrap gap-1.5">
          {card.categories.map(({ value, label, count }) => (
            <li key={value}>
              <Link
                to="/products"
                search={{ category: [value] }}
                className="inline-flex min-h-9 items-center gap-1.5 rounded-full border border-line bg-surface px-3 text-sm font-medium hover:border-line-strong"
              >
                {label} <span className="numeric text-muted">{count}</span>
              </Link>
            </li>
          ))}
        </ul>
      )
    case 'order':
      return (
        <Padded>
          <OrderSummary card={card} />
        </Padded>
      )
    case 'order_details':
      return (
        <Padded>
          <OrderDetails card={card} />
        </Padded>
      )
    case 'orders':
      return (
        <Padded>
          <Several of={card.orders} first={5} noun="orders" className="divide-y divide-line">
            {(order) => (
              <div key={order.number} className="grid gap-1 py-2.5 first:pt-0 last:pb-0">
                <div className="flex items-center justify-between gap-2">
                  <OrderLink number={order.number} />
                  <OrderStateBadge state={order.state} />
                </div>
                <span className="text-sm text-muted">{order.items.map(({ name }) => name).join(', ')}</span>
                <span className="numeric text-sm">
                  {date(order.placed_date)} · {money(order.total)}
                </span>
              </div>
            )}
          </Several>
        </Padded>
      )
    case 'return_options':
      return (
        <Padded>
          <ReturnOptionsList card={card} />
        </Padded>
      )
    case 'refunds':
      return card.refunds.map((refund) => (
        <Padded key={refund.number}>
          <RefundSummary refund={refund} />
        </Padded>
      ))
    case 'complaints':
      return card.complaints.map((complaint) => (
        <Padded key={complaint.number}>
          <ComplaintSummary complaint={complaint} />
        </Padded>
      ))
    case 'refusal':
      return <RefusalView card={card} withoutSources />
    case 'handover':
      return <ContactCard contact={card} reference={card.reference} />
    case 'shop':
      return <ContactCard contact={card} />
    case 'document':
      return <DocumentLink id={card.id} title={card.title} />
    case 'documents':
      return card.items.map(({ id, title }) => <DocumentLink key={id} id={id} title={title} />)
    case 'graph': {
      const middle = card.nodes.find(({ product_id }) => product_id !== undefined)
      return (
        <Link
          to="/map"
          search={{ around: middle?.product_id }}
          className="inline-flex items-center gap-2 font-semibold text-accent hover:underline"
        >
          <Waypoints aria-hidden className="size-4.5" />
          See it on the map
        </Link>
      )
    }
    // Sources are chips, a proposal has a card that can be pressed, and a record is for the staff.
    case 'passages':
    case 'proposal':
    case 'order_record':
      return null
  }
}
