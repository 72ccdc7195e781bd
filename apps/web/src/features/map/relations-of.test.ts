import type { Edge, GraphNode, RelationKind } from '@marketplace-agent/api-client'
import { expect, test } from 'vitest'
import { edgesOf, relationsOf } from './relations-of.ts'

const nodes: GraphNode[] = ['a', 'b', 'c'].map((id) => ({ id, kind: 'product', label: id.toUpperCase() }))
const edge = (kind: RelationKind, from: string, to: string, because: string): Edge => ({
  kind,
  from,
  to,
  because,
  rests_on: [],
})
const edges = [
  edge('UPGRADED_FROM', 'b', 'a', 'B follows A.'),
  edge('COMPATIBLE_WITH', 'a', 'c', 'A plugs into C.'),
  edge('COMPATIBLE_WITH', 'a', 'c', 'A pairs with C.'),
  edge('COMPATIBLE_WITH', 'a', 'unknown', 'Not shown.'),
]

test('by kind, from either end, with every reason', () => {
  expect(relationsOf('a', nodes, edges)).toEqual([
    { kind: 'COMPATIBLE_WITH', relations: [{ node: nodes[2], because: 'A plugs into C. A pairs with C.' }] },
    { kind: 'UPGRADED_FROM', relations: [{ node: nodes[1], because: 'B follows A.' }] },
  ])
  expect(relationsOf('b', nodes, edges)).toHaveLength(1)
})

test('only the kinds that are asked for', () => {
  expect(edgesOf({ edges }, ['UPGRADED_FROM'])).toEqual([edges[0]])
})
