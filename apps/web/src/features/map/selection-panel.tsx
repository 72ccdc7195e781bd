import type { Edge, GraphNode, ProductSummary } from '@marketplace-agent/api-client'
import { Crosshair, MousePointerClick, X } from 'lucide-react'
import { ProductRow } from '../../components/product/product-row.tsx'
import { ButtonLink } from '../../components/ui/button-link.tsx'
import { Card } from '../../components/ui/card.tsx'
import { IconButton } from '../../components/ui/icon-button.tsx'
import { kindLooks } from './relation-kinds.ts'
import { relationsOf } from './relations-of.ts'

interface SelectionPanelProps {
  /** What is selected; null: nothing is. */
  node: GraphNode | null
  nodes: readonly GraphNode[]
  edges: readonly Edge[]
  products: ReadonlyMap<number, ProductSummary>
  isCentre: boolean
  onSelect: (id: string | null) => void
}

/** What is selected on the map, where it leads, and what it goes with and why. */
export function SelectionPanel({ node, nodes, edges, products, isCentre, onSelect }: SelectionPanelProps) {
  if (node === null) {
    return (
      <div className="flex items-center gap-3 rounded-lg border border-dashed border-line p-5 text-sm text-muted">
        <MousePointerClick aria-hidden className="size-5 shrink-0" />
        Choose a product on the map to see what it goes with, and why. Drag to move; pinch, or turn the wheel with Ctrl,
        to enlarge.
      </div>
    )
  }
  const product = node.product_id === undefined ? undefined : products.get(node.product_id)
  return (
    <Card className="relative overflow-hidden">
      <div className="p-2 pr-12">
        {product === undefined ? <p className="p-2 font-semibold">{node.label}</p> : <ProductRow product={product} />}
      </div>
      {!isCentre && (
        <IconButton
          label="Close"
          icon={<X aria-hidden />}
          onClick={() => onSelect(null)}
          className="absolute! top-1 right-1"
        />
      )}
      {node.product_id !== undefined && (
        <div className="flex flex-wrap gap-2 px-4 pb-4">
          <ButtonLink
            to="/products/$productId"
            params={{ productId: String(node.product_id) }}
            look="primary"
            className="grow"
          >
            See the product
          </ButtonLink>
          {!isCentre && (
            <ButtonLink
              to="/map"
              search={({ kinds }) => ({ ...(kinds !== undefined && { kinds }), around: node.product_id })}
              className="grow"
            >
              <Crosshair aria-hidden className="size-4.5" />
              Centre
            </ButtonLink>
          )}
        </div>
      )}
      {node.id.startsWith('category:') && (
        <div className="px-4 pb-4">
          <ButtonLink to="/products" search={{ category: [node.id.slice('category:'.length)] }} look="primary">
            See all of them
          </ButtonLink>
        </div>
      )}
      <div
        className="max-h-96 overflow-y-auto border-t border-line px-4 py-3"
        tabIndex={0}
        role="group"
        aria-label="Relations"
      >
        {relationsOf(node.id, nodes, edges).map(({ kind, relations }) => (
          <section key={kind} className="pb-3">
            <h3 className="pb-1 text-sm font-semibold">
              {kindLooks[kind].words} <span className="numeric font-normal text-muted">{relations.length}</span>
            </h3>
            <ul>
              {relations.map(({ node: other, because }) => (
                <li key={other.id}>
                  <button
                    type="button"
                    onClick={() => onSelect(other.id)}
                    className="-mx-2 grid w-[calc(100%+1rem)] gap-0.5 rounded-md px-2 py-1.5 text-left text-sm hover:bg-sunken"
                  >
                    <span className="font-medium text-accent">{other.label}</span>
                    <span className="text-xs text-muted">{because}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Card>
  )
}
