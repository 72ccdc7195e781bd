import type { Catalog } from '@marketplace-agent/catalog'
import type { SpecValue } from '@marketplace-agent/domain'
import { contentWords } from './content-words.en.ts'
import { asksForSome, asksWhether, featureWords } from './feature-words.en.ts'
import { type Filling, type SlotView, mentionsOf, nonEmpty, nothing, whole } from './filling.ts'
import { wordsAlike } from './follow-up-words.en.ts'
import { attributes, products, valuesMeant, weighedBy } from './product-slots.ts'
import { wordsIn } from './words-in.ts'

/**
 * What is asked of a product with yes or no: values that it may have ("ports=HDMI"), and specs that it may have at all
 * ("does it have a backlight?", "is it foldable?").
 */
export function yesOrNo(view: SlotView): Filling {
  const { clause, catalog, focus } = view
  if (weighedBy(view) !== null || !asksWhether(clause.text)) return nothing
  const { ids } = products(view)
  const about = ids.length > 0 ? ids : focus.products
  const isYesOrNo = (spec: string) => about.some((id) => typeof catalog.get(id)?.specs[spec] === 'boolean')
  const values = valuesMeant(view).flatMap(({ id, value, bound }) =>
    value === undefined ? [] : [`${id}${bound === 'at_least' ? '>=' : bound === 'at_most' ? '<=' : '='}${value}`],
  )
  const kinds: string[] = []
  const specs = new Map<string, boolean>()
  for (const { start, end, candidates } of mentionsOf(clause.entities, 'attribute')) {
    const spec = String(candidates[0]?.id)
    if (catalog.spec(spec) === undefined) continue
    const said = wordsIn(clause.text.slice(Math.max(0, start - clause.start), end - clause.start))
    const kind = valueSaid(said, spec, catalog)
    if (kind !== null) kinds.push(`${spec}=${kind}`)
    const plain = isYesOrNo(spec) || (asksForSome(clause.text) && isSaidPlainly(said, spec, view, about))
    specs.set(spec, plain && kind === null && specs.get(spec) !== false)
  }
  const plain = [...specs].flatMap(([spec, asks]) => (asks ? [spec] : []))
  return nonEmpty([...new Set([...values, ...kinds, ...plain])])
}

/** "Dual band" is a way to ask for the bands, and also one that some have and others don't; null: no value is called so. */
function valueSaid(said: readonly string[], spec: string, catalog: Catalog): string | null {
  const values = catalog.all().flatMap(({ specs }) => [specs[spec]].flat())
  const found = values.find((value) => typeof value === 'string' && wordsIn(value).join(' ') === said.join(' '))
  return typeof found === 'string' ? found : null
}

/** Whether what is asked for is the spec itself, or what its value says, so that to have it is a yes. */
function isSaidPlainly(
  said: readonly string[],
  spec: string,
  { catalog }: SlotView,
  about: readonly number[],
): boolean {
  const values = about.map((id) => catalog.get(id)?.specs[spec])
  if (values.every((value) => typeof value === 'number')) return true
  const isOf = (text: readonly string[]) =>
    said.every((word) => text.some((part) => wordsAlike(word, part))) || text.join('').includes(said.join(''))
  const isSaid = (value: SpecValue | undefined) => value !== undefined && isOf(wordsIn([value].flat().join(' ')))
  return isOf(wordsIn(catalog.spec(spec)?.label ?? spec)) || values.every(isSaid)
}

/** The words for what is asked of a product where they name no spec: "is it a touchscreen?". */
export function featureAsked(view: SlotView): Filling {
  const { clause } = view
  if (clause.task !== 'product_attribute' || attributes(view).found !== 'nothing') return nothing
  const mentions = mentionsOf(clause.entities, 'product')
  const words = featureWords(contentWords({ ...clause, entities: { ...clause.entities, mentions } }))
  return whole(words === '' ? null : words)
}
