import { contentWords } from './content-words.en.ts'
import { type Filling, type SlotView, idsOf, nonEmpty, whole } from './filling.ts'
import { saysTheOne } from './follow-up-words.en.ts'
import { extremeIn, placedIn, statesIn } from './order-picks.en.ts'

/** The products that a clause names, by name or by kind, and of one that is pointed at ("the Sonarra one") by brand. */
export function productsNamed({ clause, catalog }: Pick<SlotView, 'clause' | 'catalog'>): readonly number[] {
  const { entities, text } = clause
  const kinds = new Set(idsOf(entities, 'category'))
  const brands = new Set(saysTheOne(text) ? idsOf(entities, 'brand') : [])
  const named = idsOf(entities, 'product').map(Number)
  const alike =
    kinds.size + brands.size === 0
      ? []
      : catalog.all().flatMap(({ id, category, brand }) => (kinds.has(category) || brands.has(brand) ? [id] : []))
  return [...new Set([...named, ...alike])]
}

/** Products of which one word of a clause is a part of their name ("the hub" where no kind is called so). */
export function productsCalled(
  { clause, catalog }: Pick<SlotView, 'clause' | 'catalog'>,
  among: readonly number[],
): readonly number[] {
  const words = new Set(contentWords(clause).split(' '))
  return among.filter((id) =>
    catalog
      .get(id)
      ?.name.toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .some((word) => word.length > 2 && words.has(word)),
  )
}

export const orderStatesFilling = ({ clause }: SlotView): Filling => nonEmpty(statesIn(clause.text) ?? [])

export const orderProductsFilling = (view: SlotView): Filling => nonEmpty(productsNamed(view))

export const orderPlacedFilling = ({ clause }: SlotView): Filling => whole(placedIn(clause.text))

export const orderSortFilling = ({ clause }: SlotView): Filling => whole(extremeIn(clause.text))

/** "The cheapest" is one; "the cheapest ones" are several. */
export const orderLimitFilling = ({ clause }: SlotView): Filling =>
  whole(
    extremeIn(clause.text) === null || /\b(?:ones|orders|first|history|everything|all)\b/i.test(clause.text) ? null : 1,
  )
