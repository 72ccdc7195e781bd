import { expect, test } from 'vitest'
import { gridOf } from './grid-of.ts'

test.each([
  [358, { columns: 2, gap: 12, cardWidth: 173, cardHeight: 322 }],
  [700, { columns: 3, gap: 16, cardWidth: 222, cardHeight: 359 }],
  [948, { columns: 4, gap: 16, cardWidth: 225, cardHeight: 361 }],
  [0, { columns: 2, gap: 12, cardWidth: 0, cardHeight: 192 }],
])('%d pixels', (width, grid) => expect(gridOf(width, 16)).toEqual(grid))
