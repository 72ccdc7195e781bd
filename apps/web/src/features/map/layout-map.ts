import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force'

export interface Point {
  readonly x: number
  readonly y: number
}

export interface MapBox {
  readonly width: number
  readonly height: number
  /** Half of the room that a node needs, in pixels. */
  readonly reach: number
  /** Kept free at the left and at the right, in pixels; without it, as much as `reach`. */
  readonly side?: number
}

interface Body extends SimulationNodeDatum {
  id: string
  x: number
  y: number
}

interface Pull extends SimulationLinkDatum<Body> {
  source: string
  target: string
}

const structureTicks = 300
const settleTicks = 120
/** How far places follow their order instead of their distance, from 0 to 1. */
const evenness = 0.6

const stretched = (value: number, low: number, high: number, length: number, margin: number) =>
  high - low < 1 ? length / 2 : margin + ((value - low) / (high - low)) * (length - 2 * margin)

const mixed = (one: number, other: number, share: number) => one * (1 - share) + other * share

/** Of each value the number of those before it in order. */
function ranks(values: readonly number[]): readonly number[] {
  const order = values.map((value, index) => ({ value, index })).sort((one, other) => one.value - other.value)
  const found: number[] = []
  for (const [rank, { index }] of order.entries()) found[index] = rank
  return found
}

/**
 * Where each node stands in a box of pixels: near what it relates to, apart from the others; the centre, if any, in the
 * middle. The same graph in the same box is always laid out alike: the forces start from fixed places and use a fixed
 * sequence of random numbers.
 */
export function layoutMap(
  ids: readonly string[],
  edges: readonly { from: string; to: string }[],
  { width, height, reach, side = reach }: MapBox,
  centre: string | null,
): ReadonlyMap<string, Point> {
  const bodies = ids.map((id): Body => ({ id, ...(id === centre && { fx: 0, fy: 0 }) }) as Body)
  const known = new Set(ids)
  const pulls = edges
    .filter(({ from, to }) => known.has(from) && known.has(to))
    .map(({ from, to }): Pull => ({ source: from, target: to }))
  forceSimulation(bodies)
    .force(
      'link',
      forceLink<Body, Pull>(pulls)
        .id(({ id }) => id)
        .distance(reach * 2.4),
    )
    .force('charge', forceManyBody().strength(-reach * 8))
    .force('x', forceX(0).strength(0.05 * Math.min(1, height / width)))
    .force('y', forceY(0).strength(0.05 * Math.min(1, width / height)))
    .force('apart', forceCollide(reach))
    .stop()
    .tick(structureTicks)

  const xs = bodies.map(({ x }) => x)
  const ys = bodies.map(({ y }) => y)
  const halfWidth = Math.max(...xs.map(Math.abs))
  const halfHeight = Math.max(...ys.map(Math.abs))
  // With a centre the middle of the box is its; else what there is fills the box.
  const [left, right] = centre === null ? [Math.min(...xs), Math.max(...xs)] : [-halfWidth, halfWidth]
  const [up, down] = centre === null ? [Math.min(...ys), Math.max(...ys)] : [-halfHeight, halfHeight]
  const [across, along] = [ranks(xs), ranks(ys)]
  for (const [index, body] of bodies.entries()) {
    const place = { x: stretched(body.x, left, right, width, side), y: stretched(body.y, up, down, height, reach) }
    // Without a centre the room is shared out, too: where all crowd the order counts more than the distance.
    const share = centre === null && bodies.length > 1 ? evenness : 0
    body.x = mixed(place.x, stretched(across[index] ?? 0, 0, bodies.length - 1, width, side), share)
    body.y = mixed(place.y, stretched(along[index] ?? 0, 0, bodies.length - 1, height, reach), share)
    body.vx = 0
    body.vy = 0
    if (body.id === centre) Object.assign(body, { fx: width / 2, fy: height / 2 })
  }
  const homes = new Map(bodies.map(({ id, x, y }) => [id, { x, y }]))
  const settle = forceSimulation(bodies)
    .force('x', forceX<Body>(({ id }) => homes.get(id)?.x ?? 0).strength(0.03))
    .force('y', forceY<Body>(({ id }) => homes.get(id)?.y ?? 0).strength(0.03))
    .force('apart', forceCollide(reach).strength(1).iterations(4))
    .stop()
  for (let tick = 0; tick < settleTicks; tick += 1) {
    settle.tick()
    for (const body of bodies) {
      body.x = Math.min(Math.max(body.x, side), width - side)
      body.y = Math.min(Math.max(body.y, reach), height - reach)
    }
  }
  return new Map(bodies.map(({ id, x, y }) => [id, { x: Math.round(x), y: Math.round(y) }]))
}
