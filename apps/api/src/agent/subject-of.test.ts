import { expect, it } from 'vitest'
import { subjectOf } from './subject-of.ts'

const catalog = { get: (id: number) => (id < 9 ? ({ name: `Thing ${id}` } as never) : undefined) }

it.each([
  [{ order_number: 'A-1002' }, 'A-1002'],
  [{ q: 'how do I return it' }, 'how do I return it'],
  [{ q: 'x'.repeat(200) }, `${'x'.repeat(79)}…`],
  [{ id: 1 }, 'Thing 1'],
  [{ ids: [1, 2] }, 'Thing 1, Thing 2'],
  [{ from: 3, to: 4 }, 'Thing 3, Thing 4'],
  [{ id: 99 }, null],
  [{ ids: [1, 2, 3, 4, 5] }, null],
  [{ text: 'what happened to me', reason: 'damaged' }, null],
  [{}, null],
])('of %j it tells %s', (input, subject) => {
  expect(subjectOf(input, catalog)).toBe(subject)
})
