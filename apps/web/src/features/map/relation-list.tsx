import type { Edge, GraphNode, ProductSummary } from '@marketplace-agent/api-client'
import { Link } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import { ProductLink } from '../../components/product/product-link.tsx'
import { Picture } from '../../components/ui/picture.tsx'
import { kindLooks } from './relation-kinds.ts'
import { type Relation, relationsOf } from './relations-of.ts'

interface RelationListProps {
  nodes: readonly GraphNode[]
  edges: readonly Edge[]
  products: ReadonlyMap<number, ProductSummary>
  /** Id of the node in the middle: the list is of it alone. */
  centre: string | null
}

/** The map as a list: every product with what it goes with, and why. */
export function RelationList({ nodes, edges, products, centre }: RelationListProps) {
  const rows = nodes
    .filter(({ id, kind }) => (centre === null ? kind === 'product' : id === centre))
    .map((node) => ({ node, groups: relationsOf(node.id, nodes, edges) }))
  return (
    <ul className="grid gap-2">
      {rows.map(({ node, groups }) => {
        const count = groups.reduce((sum, { relations }) => sum + relations.length, 0)
        const product = node.product_id === undefined ? undefined : products.get(node.product_id)
        return (
          <li key={node.id}>
            <details open={centre !== null} className="group rounded-lg border border-line bg-surface">
              <summary className="flex min-h-16 list-none items-center gap-3 p-2 pr-4 [&::-webkit-details-marker]:hidden">
                <Picture src={product?.picture ?? null} alt="" name={node.label} className="w-12 shrink-0" />
                <span className="min-w-0 grow font-semibold">{node.label}</span>
                <span className="numeric text-sm whitespace-nowrap text-muted">
                  {count === 1 ? '1 relation' : `${count} relations`}
                </span>
                <ChevronRight
                  aria-hidden
                  className="size-4.5 shrink-0 text-muted transition-transform group-open:rotate-90"
                />
              </summary>
              <div className="grid gap-4 border-t border-line p-4">
                {node.product_id !== undefined && (
                  <p className="flex flex-wrap gap-x-5 gap-y-1 font-semibold text-accent">
                    <ProductLink id={node.product_id} className="hover:underline">
                      See the product
                    </ProductLink>
                    {centre === null && (
                      <Link
                        to="/map"
                        search={(search) => ({ ...search, around: node.product_id })}
                        className="hover:underline"
                      >
                        All around it
                      </Link>
                    )}
                  </p>
                )}
                {groups.map(({ kind, relations }) => (
                  <div key={kind}>
                    <p className="pb-1 text-sm font-semibold">{kindLooks[kind].words}</p>
                    <ul className="grid gap-1.5 text-sm">
                      {relations.map((relation) => (
                        <li key={relation.node.id} className="grid">
                          <RelationName relation={relation} />
                          <span className="text-muted">{relation.because}</span>
                        </li>
                      ))}
                    </ul>
                  </div>
                ))}
                {groups.length === 0 && <p className="text-sm text-muted">Nothing of what is shown.</p>}
              </div>
            </details>
          </li>
        )
      })}
    </ul>
  )
}

const RelationName = ({ relation: { node } }: { relation: Relation }) =>
  node.product_id === undefined ? (
    <span className="font-medium">{node.label}</span>
  ) : (
    <ProductLink id={node.product_id} className="font-medium text-accent hover:underline">
      {node.label}
    </ProductLink>
  )
