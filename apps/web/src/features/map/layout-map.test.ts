import { expect, test } from 'vitest'
import { layoutMap } from './layout-map.ts'

const ids = Array.from({ length: 30 }, (_, index) => `n${index}`)
const edges = ids.slice(1).map((to, index) => ({ from: ids[Math.floor(index / 3)] ?? 'n0', to }))
const box = { width: 900, height: 600, reach: 40 }

test('the same graph is always laid out alike, within its box', () => {
  const first = layoutMap(ids, edges, box, null)
  expect(layoutMap(ids, edges, box, null)).toEqual(first)
  expect(first.size).toBe(30)
  for (const { x, y } of first.values()) {
    expect(x).toBeGreaterThanOrEqual(40)
    expect(x).toBeLessThanOrEqual(860)
    expect(y).toBeGreaterThanOrEqual(40)
    expect(y).toBeLessThanOrEqual(560)
  }
})

test('no two stand on each other', () => {
  const points = [...layoutMap(ids, edges, box, null).values()]
  for (const [index, one] of points.entries()) {
    for (const other of points.slice(index + 1)) {
      expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(60)
    }
  }
})

test('one far away does not leave the others a corner', () => {
  const crowd = ids.flatMap((from) => ids.filter((to) => to > from).map((to) => ({ from, to })))
  const places = [...layoutMap([...ids, 'alone'], crowd, box, null).values()]
  const middle = (values: number[]) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]
  expect(Math.abs((middle(places.map(({ x }) => x)) ?? 0) - 450)).toBeLessThan(120)
  expect(Math.abs((middle(places.map(({ y }) => y)) ?? 0) - 300)).toBeLessThan(90)
})

test('the centre is in the middle; lines to what is not shown are left out', () => {
  const points = layoutMap(ids, [...edges, { from: 'n0', to: 'elsewhere' }], box, 'n0')
  expect(points.get('n0')).toEqual({ x: 450, y: 300 })
})

test('one alone, and none', () => {
  expect(layoutMap(['a'], [], box, null).get('a')).toEqual({ x: 450, y: 300 })
  expect(layoutMap([], [], box, null).size).toBe(0)
})
