import {
  CodedError,
  type Edge,
  type ProductRecord,
  type RelationKind,
  type ShopSettings,
  relationKinds,
} from '@marketplace-agent/domain'
import { compareSpecs } from '../compare-specs.ts'
import { categoryNodeId, createElements, productNodeId } from '../elements.ts'
import { explainFit } from '../explain-fit.ts'
import { depthOf, hopsOf, lengthOf, overviewOf, refuseAborted } from '../input.ts'
import { type ListOptions, type ProductGraph, type Related, defaultNodes, overviewKinds, pathKinds } from '../port.ts'
import { byRating } from '../ranking.ts'
import { createWords } from '../words.en.ts'
import type { Role } from './compatibility.ts'
import { createLinks } from './links.ts'
import { storeGraph } from './stored-graph.ts'
import { nearby, shortestWay } from './walk.ts'

/** Where two nodes are linked in several ways, a path takes the first of these. */
const tellingFirst: readonly RelationKind[] = [
  'COMPATIBLE_WITH',
  'UPGRADED_FROM',
  'FREQUENTLY_BOUGHT_WITH',
  'SAME_CATEGORY',
  'HAS_SPEC',
]
/** What the shop itself says of two products. */
const productLinks = ['UPGRADED_FROM', 'FREQUENTLY_BOUGHT_WITH'] as const
const costOfPassing = { product: 0, category: 1, spec: 3 } as const

/** The graph in this process: what the shop says is stored in graphology, what its fit rules make is found when asked. */
export function createEmbeddedGraph({
  settings,
  products,
}: {
  readonly settings: ShopSettings
  readonly products: readonly ProductRecord[]
}): ProductGraph {
  const words = createWords(settings)
  const elements = createElements(words)
  const ranked = products.toSorted(byRating)
  const graph = storeGraph(settings, ranked, elements)
  const links = createLinks(graph, settings.fits, ranked, elements)
  const byId = new Map(products.map((product) => [product.id, product]))

  function productOf(id: number): ProductRecord {
    const product = byId.get(id)
    if (product === undefined) throw new CodedError('not_found', `There is no product with the id ${id}.`)
    return product
  }

  const placeOf = (id: number) => links.placeOf(productNodeId(productOf(id).id))

  function partners(id: number, role: Role, options: ListOptions): Related[] {
    const product = productOf(id)
    return links
      .partners(product, role, () => false)
      .take(lengthOf(options.limit))
      .map((place) => {
        const partner = ranked[place] as ProductRecord
        const edges = role === 'accessory' ? links.compatible(product, partner) : links.compatible(partner, product)
        return { productId: partner.id, because: [...new Set(edges.map(({ because }) => because))].join(' '), edges }
      })
      .toArray()
  }

  let mostLinked: readonly ProductRecord[] | null = null

  /** All products, those that the shop links most first, of equally linked ones the best rated; worked out once. */
  function byLinks(): readonly ProductRecord[] {
    const linkCount = ({ id }: ProductRecord) =>
      productLinks.reduce((sum, kind) => sum + links.linked(productNodeId(id), kind, ['in', 'out']).length, 0)
    // Sorting is stable, and they come by their rating.
    mostLinked ??= ranked
      .map((product) => ({ product, count: linkCount(product) }))
      .sort((one, other) => other.count - one.count)
      .map(({ product }) => product)
    return mostLinked
  }

  /** The models before or after one, nearest first, each with the edges of the way to it. */
  function models(id: number, direction: 'newer' | 'older', options: ListOptions): Related[] {
    const start = productOf(id)
    const ways = new Map([[start, [start]]])
    for (const [last, way] of ways) {
      for (const next of links.linked(productNodeId(last.id), 'UPGRADED_FROM', [direction === 'newer' ? 'in' : 'out']))
        if (!ways.has(next)) ways.set(next, [...way, next])
    }
    return [...ways].slice(1, 1 + lengthOf(options.limit)).map(([model, way]) => {
      const newestFirst = direction === 'newer' ? way.toReversed() : way
      const edges = newestFirst
        .slice(1)
        .map((older, index) => elements.upgradedFrom(newestFirst[index] as ProductRecord, older))
      return { productId: model.id, because: words.follows(newestFirst), edges }
    })
  }

  return {
    async compare(ids, context) {
      refuseAborted(context)
      if (ids.length < 2) throw new CodedError('invalid_input', 'Comparing takes two products or more.')
      const compared = ids.map(productOf)
      const specs = compareSpecs(settings, compared)
      const edges = [...new Set(compared)].flatMap((product) =>
        specs.flatMap(({ spec }) => elements.hasSpecs(product, spec)),
      )
      return { specs, edges }
    },

    async accessories(id, options, context) {
      refuseAborted(context)
      return partners(id, 'host', options)
    },

    async hosts(id, options, context) {
      refuseAborted(context)
      return partners(id, 'accessory', options)
    },

    async similar(id, options, context) {
      refuseAborted(context)
      const product = productOf(id)
      return links
        .linked(categoryNodeId(product.category), 'SAME_CATEGORY', ['in'])
        .filter((other) => other !== product)
        .slice(0, lengthOf(options.limit))
        .map((other) => ({
          productId: other.id,
          because: words.bothInCategory(product.category),
          edges: [product, other].map(elements.sameCategory),
        }))
    },

    async newer(id, options, context) {
      refuseAborted(context)
      return models(id, 'newer', options)
    },

    async older(id, options, context) {
      refuseAborted(context)
      return models(id, 'older', options)
    },

    async boughtTogether(id, options, context) {
      refuseAborted(context)
      const product = productOf(id)
      return links
        .linked(productNodeId(id), 'FREQUENTLY_BOUGHT_WITH', ['in', 'out'])
        .slice(0, lengthOf(options.limit))
        .map((other) => {
          const edge = elements.boughtTogether(product, other)
          return { productId: other.id, because: edge.because, edges: [edge] }
        })
    },

    async neighbourhood(id, { depth, kinds = relationKinds, limit = defaultNodes }, context) {
      refuseAborted(context)
      const from = placeOf(id)
      const wanted = new Set(kinds)
      const { distances, truncated } = nearby(
        { from, depth: depthOf(depth), limit: lengthOf(limit) },
        links.neighbours(wanted),
        links.order('category', 'spec', 'product'),
      )
      const nodes = [...distances.keys()]
      const inner = (place: number) => (distances.get(place) ?? depth) < depth
      return {
        nodes: nodes.map(links.nodeAt),
        edges: links.edgesAmong(nodes, wanted, (one, other) => inner(one) || inner(other)),
        truncated,
      }
    },

    async overview({ kinds = overviewKinds, limit }, context) {
      refuseAborted(context)
      const wanted = new Set(kinds)
      const shown = byLinks().slice(0, overviewOf(limit))
      const categories = wanted.has('SAME_CATEGORY') ? new Set(shown.map(({ category }) => category)) : []
      const nodes = [...shown.map(({ id }) => productNodeId(id)), ...[...categories].map(categoryNodeId)].map(
        links.placeOf,
      )
      return {
        nodes: nodes.map(links.nodeAt),
        edges: links.edgesAmong(nodes, wanted, () => true),
        truncated: shown.length < ranked.length,
      }
    },

    async path(from, to, { maxHops, kinds = pathKinds }, context) {
      refuseAborted(context)
      const wanted = new Set(kinds)
      const way = shortestWay(
        { from: placeOf(from), to: placeOf(to), maxHops: hopsOf(maxHops) },
        links.neighbours(wanted),
        {
          cost: (place) => costOfPassing[links.nodeAt(place).kind],
          order: links.order('product', 'category', 'spec'),
        },
      )
      if (way === null) return null
      const step = (place: number, index: number): Edge[] =>
        links
          .edgesAmong([place, way[index + 1] as number], wanted, () => true)
          .sort((one, other) => tellingFirst.indexOf(one.kind) - tellingFirst.indexOf(other.kind))
          .slice(0, 1)
      return { nodes: way.map(links.nodeAt), edges: way.slice(0, -1).flatMap(step) }
    },

    async fit(one, other, context) {
      refuseAborted(context)
      return explainFit(settings.fits, { words, elements }, productOf(one), productOf(other))
    },

    async status(context) {
      refuseAborted(context)
      return { adapter: 'graphology', nodes: graph.order, edges: graph.size }
    },

    async close() {
      graph.clear()
    },
  }
}
