import type { ComparisonRow, Format } from '@marketplace-agent/domain'
import { lowerFirst } from './lower-first.en.ts'
import { ofProduct } from './say-fact.en.ts'

const comparatives: Readonly<Record<string, readonly [ofTwo: string, ofMore: string]>> = {
  price: ['is cheaper', 'is the cheapest'],
  '-price': ['is more expensive', 'is the most expensive'],
  rating: ['is rated lower', 'is rated lowest'],
  '-rating': ['is rated higher', 'is rated highest'],
  released: ['is older', 'is the oldest'],
  '-released': ['is newer', 'is the newest'],
}

/** How it is said that one is ahead of another ("is cheaper"); null for a spec. */
export const sayAhead = (id: string, descending: boolean): string | null =>
  comparatives[`${descending ? '-' : ''}${id}`]?.[0] ?? null

/** How it is said that one is ahead: of two ("is cheaper"), of more ("is the cheapest"). */
function ahead({ id, label }: ComparisonRow, descending: boolean, two: boolean): string {
  const known = comparatives[`${descending ? '-' : ''}${id}`]
  if (known !== undefined) return known[two ? 0 : 1]
  return `has the ${descending ? (two ? 'higher' : 'highest') : two ? 'lower' : 'lowest'} ${lowerFirst(label)}`
}

interface Known {
  readonly index: number
  readonly name: string
  readonly text: string
  readonly value: number | string
}

/**
 * "The X1 is cheaper: $1,299 against $1,399 for the G1." With `claim` a yes or a no before it: whether that is the
 * first one. Null where nothing of it is known.
 */
export function answer(
  row: ComparisonRow,
  names: readonly string[],
  { descending, claim }: { readonly descending: boolean; readonly claim: boolean },
  format: Format,
): string | null {
  const known = names.flatMap((name, index): Known[] => {
    const value = row.values[index]
    const text = row.texts[index]
    return (typeof value === 'number' || typeof value === 'string') && typeof text === 'string'
      ? [{ index, name, text, value }]
      : []
  })
  const label = lowerFirst(row.label)
  const missing = names.filter((_name, index) => !known.some((each) => each.index === index))
  const sorry = missing.length === 0 ? '' : ` I have no information on the ${label} of the ${format.list(missing)}.`
  const sorted = known.toSorted((one, other) => (one.value < other.value ? -1 : 1) * (descending ? -1 : 1))
  const [best, ...others] = sorted
  if (best === undefined) return null
  if (others.length === 0) return `${ofProduct(best.name, row.label, best.text)}${sorry}`
  const level = sorted.filter(({ value }) => value === best.value)
  const against = (list: readonly Known[]) => format.list(list.map(({ name, text }) => `${text} for the ${name}`))
  const says = (yes: boolean) => (claim && missing.length === 0 ? `${yes ? 'Yes' : 'No'}, t` : 'T')
  if (level.length === known.length) return `${says(false)}hey are level in ${label}: ${best.text}.${sorry}`
  if (level.length > 1) {
    const rest = sorted.slice(level.length)
    return `${says(false)}he ${format.list(level.map(({ name }) => name))} are level in ${label} and ahead: ${best.text} against ${against(rest)}.${sorry}`
  }
  const sentence = `he ${best.name} ${ahead(row, descending, known.length === 2)}: ${best.text} against ${against(others)}.`
  return `${says(best.index === 0)}${sentence}${sorry}`
}
