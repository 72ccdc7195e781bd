import { isApart } from '../words/tokens.ts'
import type { NameIndex } from './names.ts'
import type { Slot } from './slots.ts'
import type { Span } from './span.ts'
import type { Term } from './terms.ts'
import { type Run, weighRun } from './weigh-names.ts'

/** A word in more names than this can't begin a search for the product; too many would have to be looked at. */
const mostProducts = 1500

/**
 * Products named by a part of their name, in any order: "the X1", "12 pro phone". From the rarest words on, a run of
 * words is grown while some product has them all; it names the products where its words tell enough.
 */
export function findPartialNames(slots: readonly Slot[], text: string, index: NameIndex): Span[] {
  const spans: Span[] = []
  const taken = new Set<number>()
  for (const seed of seedsOf(slots)) {
    if (taken.has(seed)) continue
    const run = grow(seed, slots, index)
    if (run === null) continue
    for (let place = run.from; place <= run.to; place += 1) taken.add(place)
    const span = weighRun(run, slots, text, index)
    if (span !== null) spans.push(span)
  }
  return spans
}

/** The places of words of names and brands, rarest first. */
function seedsOf(slots: readonly Slot[]): number[] {
  const count = (place: number) => beginning(slots[place]?.term ?? null).length
  return [...slots.keys()]
    .filter((place) => slots[place]?.isFunctionWord === false && count(place) > 0 && count(place) <= mostProducts)
    .sort((one, other) => count(one) - count(other))
}

const beginning = (term: Term | null): readonly number[] =>
  term === null ? [] : term.products.length > 0 ? term.products : (term.brand ?? [])

function grow(seed: number, slots: readonly Slot[], index: NameIndex): Run | null {
  let positions = beginning(slots[seed]?.term ?? null).filter((position) => fits(slots[seed] as Slot, position, index))
  if (positions.length === 0) return null
  let from = seed
  let to = seed
  const widen = (step: 1 | -1): boolean => {
    const reached = reach(step === 1 ? to : from, step, slots, (slot) => {
      const rest = positions.filter((position) => fits(slot, position, index))
      return rest.length === 0 ? null : rest
    })
    if (reached === null) return false
    positions = reached.positions
    if (step === 1) to = reached.place
    else from = reached.place
    return true
  }
  // The words that follow are of the name more often than those before.
  while (widen(1));
  while (widen(-1));
  return { from, to, positions }
}

const mostFunctionWords = 2

/** The next word on one side that narrows to a product, function words of its name in between left out. */
function reach(
  edge: number,
  step: 1 | -1,
  slots: readonly Slot[],
  narrow: (slot: Slot) => number[] | null,
): { place: number; positions: number[] } | null {
  for (let skipped = 0; skipped <= mostFunctionWords; skipped += 1) {
    const place = edge + step * (skipped + 1)
    const slot = slots[place]
    const border = step === 1 ? slot : slots[place + 1]
    if (slot === undefined || border === undefined || isApart(border)) return null
    const positions = slot.term === null ? null : narrow(slot)
    if (positions === null) return null
    if (!slot.isFunctionWord) return { place, positions }
  }
  return null
}

function fits(slot: Slot, position: number, index: NameIndex): boolean {
  const { term } = slot
  if (term === null || !index.describes(term, position)) return false
  // "gaming laptops" asks for a kind of thing, unless the name itself says it so.
  return !(slot.plural && term.categories !== null) || term.products.includes(position)
}
