import { expect, test } from 'vitest'
import { crowdedKinds } from './crowded-kinds.ts'
import type { RelationKind } from './relation-kinds.ts'

const lines = (kind: RelationKind, count: number) => Array.from({ length: count }, () => ({ kind }))

test('a kind is crowded by its own lines, not by those of the others', () => {
  const edges = [
    ...lines('COMPATIBLE_WITH', 101),
    ...lines('FREQUENTLY_BOUGHT_WITH', 100),
    ...lines('UPGRADED_FROM', 1),
  ]
  expect(crowdedKinds(edges)).toEqual(new Set(['COMPATIBLE_WITH']))
  expect(crowdedKinds([])).toEqual(new Set())
})
