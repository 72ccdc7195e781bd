import type { FitCondition, ProductRecord, SpecValue } from '@marketplace-agent/domain'
import { keyOf, numberOf, valuesOf } from '../spec-value.ts'

/**
 * Given what one side of a condition has, the products on the other side that may meet it: lists of positions
 * that together hold them all (one position may stand in several lists).
 */
export type Lookup = (value: SpecValue | undefined) => readonly ArrayLike<number>[]

interface Side {
  readonly products: readonly ProductRecord[]
  /** Of `products`: those on this side. */
  readonly positions: readonly number[]
  readonly spec: string
}

/** Finds accessories by what the host has. */
export const accessoryLookup = (condition: FitCondition, side: Omit<Side, 'spec'>): Lookup =>
  lookup(condition.operator, { ...side, spec: condition.accessory_spec })

/** Finds hosts by what the accessory has. */
export const hostLookup = (condition: FitCondition, side: Omit<Side, 'spec'>): Lookup =>
  lookup(mirrored[condition.operator], { ...side, spec: condition.host_spec })

const mirrored = { shares: 'shares', at_least: 'at_most', at_most: 'at_least' } as const

const lookup = (operator: FitCondition['operator'], side: Side): Lookup =>
  operator === 'shares' ? byValue(side) : byNumber(operator, side)

function byValue({ products, positions, spec }: Side): Lookup {
  const lists = new Map<string, number[]>()
  for (const position of positions) {
    for (const value of valuesOf(products[position]?.specs[spec])) {
      const list = lists.get(keyOf(value))
      if (list === undefined) lists.set(keyOf(value), [position])
      else list.push(position)
    }
  }
  return (value) => valuesOf(value).map((each) => lists.get(keyOf(each)) ?? [])
}

function byNumber(operator: 'at_least' | 'at_most', { products, positions, spec }: Side): Lookup {
  const known = positions
    .map((position) => ({ position, number: numberOf(products[position]?.specs[spec]) }))
    .filter((each): each is { position: number; number: number } => each.number !== null)
    .sort((one, other) => one.number - other.number)
  const numbers = Float64Array.from(known, ({ number }) => number)
  const sorted = Int32Array.from(known, ({ position }) => position)
  return (value) => {
    const limit = numberOf(value)
    if (limit === null) return []
    if (operator === 'at_least') return [sorted.subarray(firstFrom(numbers, (number) => number >= limit))]
    const end = firstFrom(numbers, (number) => number > limit)
    return [sorted.subarray(0, end)]
  }
}

/** Where `reached` starts to hold in ascending numbers, by halving. */
function firstFrom(numbers: Float64Array, reached: (number: number) => boolean): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (reached(numbers[middle] ?? Number.NaN)) high = middle
    else low = middle + 1
  }
  return low
}
