/** A node, by a number of its own. */
export type Place = number

/** The nodes next to one, without those to be skipped. */
export type Neighbours = (place: Place, skip: (place: Place) => boolean) => Iterable<Place>
export type Order = (one: Place, other: Place) => number

interface Way {
  readonly places: readonly Place[]
  readonly end: Place
  readonly cost: number
}

/**
 * The nodes of the shortest way of at most `maxHops` edges, in order. Among equally short ways the one over the
 * nodes with the least `cost` in sum, then the first in `order`.
 */
export function shortestWay(
  { from, to, maxHops }: { readonly from: Place; readonly to: Place; readonly maxHops: number },
  neighbours: Neighbours,
  costs: { readonly cost: (place: Place) => number; readonly order: Order },
): readonly Place[] | null {
  if (from === to) return [from]
  const around = (place: Place) => new Set(neighbours(place, () => false))
  const first = around(from)
  const last = around(to)
  if (last.size >= first.size) return search(from, { to, around: last }, maxHops, neighbours, costs)
  return search(to, { to: from, around: first }, maxHops, neighbours, costs)?.toReversed() ?? null
}

/** Level by level; `around`: the nodes next to `to`. */
function search(
  from: Place,
  { to, around }: { readonly to: Place; readonly around: ReadonlySet<Place> },
  maxHops: number,
  neighbours: Neighbours,
  { cost, order }: { readonly cost: (place: Place) => number; readonly order: Order },
): readonly Place[] | null {
  const seen = new Set([from])
  let level: Way[] = [{ places: [from], end: from, cost: 0 }]
  for (let hops = 1; level.length > 0; hops++) {
    const arriving = level.find(({ end }) => around.has(end))
    if (arriving !== undefined) return [...arriving.places, to]
    if (hops === maxHops) return null
    const next: Way[] = []
    let cheapest = Number.POSITIVE_INFINITY
    for (const way of level) {
      if (way.cost >= cheapest) break
      for (const end of neighbours(way.end, (place) => seen.has(place))) {
        const reached = { places: [...way.places, end], end, cost: way.cost + cost(end) }
        seen.add(end)
        next.push(reached)
        if (around.has(end)) cheapest = Math.min(cheapest, reached.cost)
      }
    }
    level = next.sort((one, other) => one.cost - other.cost || order(one.end, other.end))
  }
  return null
}

export interface Nearby {
  /** Node -> steps from the start, nearest first. */
  readonly distances: ReadonlyMap<Place, number>
  /** There was more within the depth than `limit` nodes. */
  readonly truncated: boolean
}

/** The nodes within `depth` steps; where they are more than `limit`, the nearest, and of equally far ones the first in `order`. */
export function nearby(
  { from, depth, limit }: { readonly from: Place; readonly depth: number; readonly limit: number },
  neighbours: Neighbours,
  order: Order,
): Nearby {
  const distances = new Map([[from, 0]])
  const seen = new Set([from])
  let level = [from]
  for (let distance = 1; distance <= depth; distance++) {
    const next: Place[] = []
    for (const place of level) {
      for (const neighbour of neighbours(place, (each) => seen.has(each))) {
        seen.add(neighbour)
        next.push(neighbour)
      }
    }
    level = next.sort(order).slice(0, limit - distances.size)
    for (const place of level) distances.set(place, distance)
    if (level.length < next.length) return { distances, truncated: true }
  }
  return { distances, truncated: false }
}
