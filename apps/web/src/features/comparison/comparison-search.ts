import { mostCompared } from '../../lib/compare-list.ts'

export interface ComparisonSearch {
  /** Ids of the products, in their order: "1,2"; of one alone, 1. */
  ids?: string | number
}

/** Ids as an address has them: whole numbers, each once, as many as can be compared. */
export function idsOf(ids: unknown): readonly number[] {
  const numbers = (typeof ids === 'string' || typeof ids === 'number' ? String(ids) : '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => /^[1-9]\d{0,8}$/.test(each))
    .map(Number)
  return [...new Set(numbers)].slice(0, mostCompared)
}

/** The search of a comparison of these. */
export const comparisonOf = (ids: readonly number[]): ComparisonSearch => {
  const [first, ...more] = ids
  return first === undefined ? {} : { ids: more.length === 0 ? first : ids.join(',') }
}

/** What an address asks to compare; what can't be an id is left out. */
export const readComparisonSearch = ({ ids }: Record<string, unknown>): ComparisonSearch => comparisonOf(idsOf(ids))
