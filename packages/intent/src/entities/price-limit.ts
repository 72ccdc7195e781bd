import type { PriceLimit } from '../types.ts'
import type { Bound } from './limit-phrases.ts'

/** How far from "around 500" a price may be. */
const tolerance = 0.2

/** "under 500", "from 500", "around 500". */
export function limitTo(bound: Bound, value: number): PriceLimit {
  switch (bound) {
    case 'max_exclusive':
      return { ...exact, max: value, maxInclusive: false }
    case 'max_inclusive':
      return { ...exact, max: value }
    case 'min_exclusive':
      return { ...exact, min: value, minInclusive: false }
    case 'min_inclusive':
      return { ...exact, min: value }
    case 'around':
      return { ...between(value * (1 - tolerance), value * (1 + tolerance)), approximate: true }
  }
}

/** Whichever is said first. */
export const between = (one: number, other: number): PriceLimit => ({
  ...exact,
  min: round(Math.min(one, other)),
  max: round(Math.max(one, other)),
})

const exact = { minInclusive: true, maxInclusive: true, approximate: false }

const round = (value: number) => Math.round(value * 100) / 100
