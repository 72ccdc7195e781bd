import type { Edge, FitRule, GraphNode, ProductRecord, RelationKind } from '@marketplace-agent/domain'
import { type Elements, productNodeId } from '../elements.ts'
import { createCompatibility, roles } from './compatibility.ts'
import type { StoredGraph, StoredKind } from './stored-graph.ts'
import type { Neighbours, Order, Place } from './walk.ts'

type Kinds = ReadonlySet<RelationKind>

/**
 * The stored edges and those that the fit rules make, as one graph for walks.
 * `ranked`: the products, best rated first; theirs are the first places, in that order.
 */
export function createLinks(
  graph: StoredGraph,
  rules: readonly FitRule[],
  ranked: readonly ProductRecord[],
  elements: Elements,
) {
  const compatibility = createCompatibility(rules, ranked)
  const productKeys = new Set(ranked.map(({ id }) => productNodeId(id)))
  const keys = [...productKeys, ...graph.filterNodes((key) => !productKeys.has(key)).sort()]
  const places = new Map(keys.map((key, place) => [key, place]))
  const placeOf = (key: string) => places.get(key) as Place
  const keyOf = (place: Place) => keys[place] as string
  const nodeAt = (place: Place): GraphNode => graph.getNodeAttribute(keyOf(place), 'node')

  const neighbours = (kinds: Kinds): Neighbours =>
    function* (place, skip) {
      const key = keyOf(place)
      for (const { source, target, attributes } of graph.edgeEntries(key)) {
        const neighbour = placeOf(source === key ? target : source)
        if (kinds.has(attributes.kind) && !skip(neighbour)) yield neighbour
      }
      const product = ranked[place]
      if (product === undefined || !kinds.has('COMPATIBLE_WITH')) return
      for (const role of roles) yield* compatibility.partners(product, role, skip)
    }

  /** The edges between the nodes at some places; `keep` tells which. */
  function edgesAmong(among: readonly Place[], kinds: Kinds, keep: (from: Place, to: Place) => boolean): Edge[] {
    const wanted = new Set(among)
    const stored = among.flatMap((from) =>
      [...graph.outEdgeEntries(keyOf(from))]
        .filter(({ attributes }) => kinds.has(attributes.kind))
        .filter(({ target }) => wanted.has(placeOf(target)) && keep(from, placeOf(target)))
        .map(({ attributes }) => attributes.write()),
    )
    if (!kinds.has('COMPATIBLE_WITH')) return stored
    const products = among.filter((place) => place < ranked.length)
    const made = products.flatMap((from) =>
      products
        .filter((to) => keep(from, to))
        .flatMap((to) => compatible(ranked[from] as ProductRecord, ranked[to] as ProductRecord)),
    )
    return [...made, ...stored]
  }

  /** COMPATIBLE_WITH: an edge for each rule that holds. */
  const compatible = (accessory: ProductRecord, host: ProductRecord): Edge[] =>
    compatibility
      .rulesFor(accessory, host)
      .map((rule) => elements.compatibleWith(rule, accessory, host))
      .filter((edge) => edge !== null)

  /** The products that a product is stored as linked with, best rated first. */
  const linked = (key: string, kind: StoredKind, directions: readonly ('in' | 'out')[]): ProductRecord[] =>
    [
      ...(directions.includes('in') ? graph.inEdgeEntries(key) : []),
      ...(directions.includes('out') ? graph.outEdgeEntries(key) : []),
    ]
      .filter(({ attributes }) => attributes.kind === kind)
      .map(({ source, target }) => placeOf(source === key ? target : source))
      .sort((one, other) => one - other)
      .map((place) => ranked[place] as ProductRecord)

  /** Kinds of nodes as told, products best rated first, the rest by id. */
  const order =
    (...nodeKinds: readonly GraphNode['kind'][]): Order =>
    (one, other) =>
      nodeKinds.indexOf(nodeAt(one).kind) - nodeKinds.indexOf(nodeAt(other).kind) || one - other

  return { placeOf, nodeAt, neighbours, edgesAmong, linked, compatible, partners: compatibility.partners, order }
}
