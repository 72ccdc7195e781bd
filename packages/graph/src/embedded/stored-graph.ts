import type { Edge, GraphNode, ProductRecord, RelationKind, ShopSettings } from '@marketplace-agent/domain'
import { MultiDirectedGraph } from 'graphology'
import { type Elements, categoryNodeId, productNodeId } from '../elements.ts'
import { valuesOf } from '../spec-value.ts'

export type StoredKind = Exclude<RelationKind, 'COMPATIBLE_WITH'>
export interface StoredNode {
  readonly node: GraphNode
}
export interface StoredEdge {
  readonly kind: StoredKind
  /** The edge as answers carry it, put into words when it is asked for. */
  readonly write: () => Edge
}
export type StoredGraph = MultiDirectedGraph<StoredNode, StoredEdge>

/** Every node, and every edge but those that the fit rules make. A product that isn't there gets no edge. */
export function storeGraph(
  settings: ShopSettings,
  products: readonly ProductRecord[],
  elements: Elements,
): StoredGraph {
  const graph: StoredGraph = new MultiDirectedGraph({ allowSelfLoops: false })
  const categories = new Set([...settings.categories.map(({ id }) => id), ...products.map(({ category }) => category)])
  for (const category of categories) graph.addNode(categoryNodeId(category), { node: elements.categoryNode(category) })
  for (const product of products) graph.addNode(productNodeId(product.id), { node: elements.productNode(product) })

  for (const product of products) {
    graph.addEdge(productNodeId(product.id), categoryNodeId(product.category), {
      kind: 'SAME_CATEGORY',
      write: () => elements.sameCategory(product),
    })
    for (const [spec, written] of Object.entries(product.specs)) {
      for (const value of valuesOf(written)) {
        const node = elements.specNode(spec, value)
        if (!graph.hasNode(node.id)) graph.addNode(node.id, { node })
        graph.addEdge(productNodeId(product.id), node.id, {
          kind: 'HAS_SPEC',
          write: () => elements.hasSpec(product, spec, value),
        })
      }
    }
  }
  storeRelations(graph, products, elements)
  return graph
}

/** UPGRADED_FROM, and FREQUENTLY_BOUGHT_WITH once for each pair, from the lower id. */
function storeRelations(graph: StoredGraph, products: readonly ProductRecord[], elements: Elements) {
  const byId = new Map(products.map((product) => [product.id, product]))
  const pairs = new Set<string>()
  for (const product of products) {
    const older = byId.get(product.upgraded_from ?? product.id)
    if (older !== undefined && older !== product)
      graph.addEdge(productNodeId(product.id), productNodeId(older.id), {
        kind: 'UPGRADED_FROM',
        write: () => elements.upgradedFrom(product, older),
      })
    for (const id of product.bought_with ?? []) {
      const other = byId.get(id)
      if (other === undefined || other === product) continue
      const [from, to] = product.id < other.id ? [product, other] : [other, product]
      const pair = `${from.id} ${to.id}`
      if (pairs.has(pair)) continue
      pairs.add(pair)
      graph.addEdge(productNodeId(from.id), productNodeId(to.id), {
        kind: 'FREQUENTLY_BOUGHT_WITH',
        write: () => elements.boughtTogether(from, to),
      })
    }
  }
}
