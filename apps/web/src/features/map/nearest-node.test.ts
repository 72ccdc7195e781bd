import { expect, test } from 'vitest'
import { nearestNode } from './nearest-node.ts'

const points = new Map([
  ['middle', { x: 0, y: 0 }],
  ['right', { x: 50, y: 5 }],
  ['far right', { x: 120, y: 0 }],
  ['below', { x: -10, y: 60 }],
  ['aslant', { x: 30, y: 40 }],
])

test('an arrow leads to the nearest that lies that way', () => {
  expect(nearestNode(points, 'middle', 'ArrowRight')).toBe('right')
  expect(nearestNode(points, 'right', 'ArrowRight')).toBe('far right')
  expect(nearestNode(points, 'middle', 'ArrowDown')).toBe('below')
  expect(nearestNode(points, 'far right', 'ArrowLeft')).toBe('right')
})

test('nowhere where nothing is', () => {
  expect(nearestNode(points, 'middle', 'ArrowUp')).toBeNull()
  expect(nearestNode(points, 'gone', 'ArrowUp')).toBeNull()
})
