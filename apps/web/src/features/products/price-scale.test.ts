import { expect, test } from 'vitest'
import { priceScaleOf } from './price-scale.ts'

test.each([
  [14.99, 2299, { min: 0, max: 2300, step: 50 }],
  [4.5, 89, { min: 4, max: 89, step: 1 }],
  [10, 10, { min: 10, max: 11, step: 1 }],
  [199.5, 1150, { min: 190, max: 1150, step: 10 }],
])('from %d to %d', (lowest, highest, scale) => expect(priceScaleOf(lowest, highest)).toEqual(scale))
