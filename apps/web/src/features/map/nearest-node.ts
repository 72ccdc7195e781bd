import type { Point } from './layout-map.ts'

export type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown'

const headings: Record<Direction, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

/** So much more it costs to be beside the way than on it. */
const sideways = 2

/** The node that an arrow key leads to from another: the nearest that lies that way; null where none does. */
export function nearestNode(points: ReadonlyMap<string, Point>, from: string, direction: Direction): string | null {
  const start = points.get(from)
  if (start === undefined) return null
  const { x, y } = headings[direction]
  let nearest: string | null = null
  let least = Number.POSITIVE_INFINITY
  for (const [id, point] of points) {
    const along = (point.x - start.x) * x + (point.y - start.y) * y
    const beside = Math.abs((point.x - start.x) * y) + Math.abs((point.y - start.y) * x)
    const cost = along + sideways * beside
    if (id === from || along <= 0 || beside > along * sideways || cost >= least) continue
    nearest = id
    least = cost
  }
  return nearest
}

export const isDirection = (key: string): key is Direction => key in headings
