import type { Request } from '../request.ts'
import { contentWords } from './content-words.en.ts'
import { type SlotView, idsOf, mentionsOf } from './filling.ts'
import { comparedBy, inView, leaningOf } from './follow-up-reference.ts'
import { asRequest, comparison, search } from './follow-up-request.ts'
import { refined, without } from './follow-up-search.ts'
import {
  asksAdvice,
  asksWhich,
  asksYesOrNo,
  saysAny,
  saysListed,
  saysSuperlative,
  saysThanIt,
  saysThanSeveral,
  saysTheOne,
} from './follow-up-words.en.ts'

/** Most products put side by side where it is asked which of them is best; of more, the list is put in order. */
const mostWeighed = 4
/** Most products put side by side at all. */
const mostCompared = 20

const asksForAnother = ({ task, text, entities }: SlotView['clause']) =>
  !/\bthan\b/i.test(text) &&
  (task === 'similar_products' || (task === 'find_upgrades' && leaningOf(entities)?.by === 'released'))

/** "Is it lighter than the X2?", "is the X2 cheaper?", "which is cheaper, the X1 or the X2?": some are weighed. */
export function weighed(view: SlotView, pointed: readonly number[]): readonly Request[] | null {
  const { clause, focus, catalog } = view
  const { entities, text } = clause
  if (mentionsOf(entities, 'category').length > 0 || saysAny(text)) return null
  // "Is there a newer model of the X1?" asks for another one.
  if (clause.confident && asksForAnother(clause)) return null
  // "Is the cheapest one in stock?" points by it, and weighs nothing.
  if (pointed.length > 0 && entities.ordinal === null && saysTheOne(text)) return null
  const named = pointed.length > 0 ? pointed : idsOf(entities, 'product').map(Number)
  const [one] = named
  const yesOrNo = asksYesOrNo(text)
  const ofNamed = named.length > 1 && (yesOrNo || asksWhich(text))
  if (!yesOrNo && !ofNamed) return null
  if (leaningOf(entities) === null && comparedBy(clause, catalog) === null) return null
  const compare = (ids: readonly number[]) => [comparison(view, ids)]
  if (ofNamed) return compare(named)
  const talkedAbout = [...focus.products, ...focus.recent]
  if (one === undefined) {
    const [it, other] = [...new Set(talkedAbout)]
    const ofTwo = entities.pronoun && entities.comparative === null && !saysSuperlative(text)
    return ofTwo && it !== undefined && other !== undefined ? compare([it, other]) : null
  }
  if (saysSuperlative(text)) {
    const group = inView(focus, catalog)
    return group.length > 1 ? compare([one, ...group.filter((id) => id !== one)].slice(0, mostCompared)) : null
  }
  if (saysThanSeveral(text)) {
    const rest = inView(focus, catalog).filter((id) => id !== one)
    if (rest.length > 1) return compare([one, ...rest].slice(0, mostCompared))
  }
  const other = talkedAbout.find((id) => id !== one)
  // Cheaper than what isn't said: what it costs is told.
  if (other === undefined) return [asRequest(clause, 'product_attribute', 'product_info')]
  const itFirst = entities.pronoun && pointed.length === 0 && !saysThanIt(text)
  return compare(itFirst ? [other, one] : [one, other])
}

/** "Which is cheaper?", "which of these has the most memory?", "which come in black?" among what is on the table. */
export function picked(view: SlotView): readonly Request[] | null {
  const { clause, focus, catalog } = view
  const { entities, text } = clause
  const group = saysSuperlative(text) && focus.list.length > 2 ? focus.list : inView(focus, catalog)
  if (!asksWhich(text) || group.length < 2 || mentionsOf(entities, 'product').length > 0) return null
  if (mentionsOf(entities, 'category').length > 0 && !saysListed(text)) return null
  const advice = asksAdvice(text) ? { by: 'rating', descending: true } : null
  const leaning = leaningOf(entities) ?? advice
  const facts = [...mentionsOf(entities, 'attribute'), ...mentionsOf(entities, 'value')]
  if (leaning === null && facts.length === 0 && clause.task !== 'compare_products') return null
  if (contentWords(clause) !== '' && clause.task !== 'compare_products') return null
  const ofList = group.length > mostWeighed && focus.search !== null && group === focus.list
  if (ofList && leaning !== null) {
    const input = refined(
      { ...view, clause: { ...clause, entities: { ...entities, comparative: null, sort: sortBy(leaning) } } },
      true,
    )
    if (input !== null) return [search(clause, input)]
  }
  if (ofList && leaning === null) {
    const input = refined(view, true)
    if (input !== null) return [search(clause, without(input, 'sort'))]
  }
  return [comparison(view, group.slice(0, ofList ? mostWeighed : mostCompared))]
}

const sortBy = ({ by, descending }: { readonly by: string; readonly descending: boolean }) =>
  ({
    by: by === 'price' || by === 'rating' || by === 'released' ? by : { spec: by },
    descending,
  }) as const
