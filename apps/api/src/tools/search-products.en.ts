import type { ProductsCard, Spec } from '@marketplace-agent/domain'
import type { ToolWords, WordsKit } from './define-tool.ts'
import { inSentence, lowerFirst } from './lower-first.en.ts'
import { wordsIn } from './near-facts.en.ts'
import type { SearchInput } from './search-input.ts'

/** What was looked for, in words: "laptops from Acme under $1,500 in stock". */
function sought(input: SearchInput, { format, catalog }: WordsKit): string {
  const things = (input.category ?? []).map((id) => inSentence(catalog.category(id)?.name ?? id))
  const parts = [
    things.length === 0 ? 'products' : format.list(things),
    ...(input.brand === undefined ? [] : [`from ${format.list(input.brand)}`]),
    ...(input.q === undefined ? [] : [`for “${input.q}”`]),
    ...(input.min_price === undefined ? [] : [`from ${format.money(input.min_price)}`]),
    ...(input.above_price === undefined ? [] : [`over ${format.money(input.above_price)}`]),
    ...(input.max_price === undefined ? [] : [`up to ${format.money(input.max_price)}`]),
    ...(input.below_price === undefined ? [] : [`under ${format.money(input.below_price)}`]),
    ...(input.min_rating === undefined ? [] : [`rated ${format.number(input.min_rating)} or better`]),
    ...(input.spec ?? []).map((limit) => `with ${specWords(limit, { format, catalog })}`),
    ...(input.in_stock === undefined ? [] : [input.in_stock ? 'in stock' : 'out of stock']),
    ...(input.exclude === undefined
      ? []
      : [input.exclude.length === 1 ? 'without the one you ruled out' : 'without those you ruled out']),
  ]
  return parts.join(' ')
}

/** "Disc brakes" says already that they are brakes. */
const saysLabel = (text: string, label: string): boolean => wordsIn(label).every((word) => wordsIn(text).includes(word))

/** "Screen size 14 inches", "disc brakes". */
const sayFact = ({ label, text }: Spec): string => (saysLabel(text, label) ? text : `${lowerFirst(label)} ${text}`)

function specWords(limit: string, { format, catalog }: Pick<WordsKit, 'format' | 'catalog'>): string {
  const [, id = '', operator = '', value = ''] = /^([a-z0-9_]+)(<=|>=|=)(.+)$/.exec(limit) ?? []
  const definition = catalog.spec(id)
  const number = Number(value)
  const text = format.spec(definition, Number.isNaN(number) ? value : number)
  const label = lowerFirst(definition?.label ?? id)
  if (value === 'true' || value === 'false') return value === 'true' ? label : `no ${label}`
  const bound = operator === '>=' ? 'at least ' : operator === '<=' ? 'at most ' : ''
  return saysLabel(text, label) ? bound + text : `${bound}${text} ${label}`
}

/** "The cheapest of these is the X at $379." where it was asked for by a sort order. */
function superlative({ items: [first] }: ProductsCard, { catalog }: WordsKit, { sort }: SearchInput): string {
  if (first === undefined || sort === undefined) return ''
  const field = sort.replace(/^-/, '')
  const known: Readonly<Record<string, string>> = {
    price: `The cheapest is the ${first.name} at ${first.price_text}. `,
    '-price': `The most expensive is the ${first.name} at ${first.price_text}. `,
    '-rating': `The best rated is the ${first.name}. `,
    '-released': `The newest is the ${first.name}. `,
  }
  const label = catalog.spec(field)?.label
  if (label === undefined) return known[sort] ?? ''
  const text = first.facts.find((fact) => fact.id === field)?.text
  if (text === undefined) return ''
  return `The ${first.name} has the ${sort.startsWith('-') ? 'highest' : 'lowest'} ${lowerFirst(label)}: ${text}. `
}

/** Whether what is shown only comes near the prices that were asked for. */
const isNearOnly = ({ items }: ProductsCard, { min_price: min = 0, max_price: max = Infinity }: SearchInput): boolean =>
  items.length > 0 && items.every(({ price }) => price < min || price > max)

const kinds = ({ catalog }: WordsKit): string[] =>
  catalog.query({ limit: 1 }).facets.category.map(({ label }) => inSentence(label))

export const words: ToolWords<SearchInput, ProductsCard> = {
  ask: {},
  say(card, kit, input) {
    const { format } = kit
    const { q, ...without } = input
    const what = sought(card.ignored === undefined ? input : without, kit)
    if (card.total === 0) {
      const onlyWords = Object.keys(input).every((field) => field === 'q' || field === 'limit')
      return onlyWords
        ? `We have no ${what}. What we have: ${format.list(kinds(kit))}.`
        : `We have no ${what}. I can look with fewer limits, or in another category.`
    }
    if (card.items.length === 0) return `That was all: we have ${format.number(card.total)} ${what}.`
    const shown = card.items.map(
      (item) =>
        `- ${item.name}: ${item.price_text}${item.rating === null ? '' : `, rated ${format.number(item.rating)} stars`}${item.facts.map((fact) => `, ${sayFact(fact)}`).join('')}${item.in_stock ? '' : ', out of stock'}`,
    )
    if (isNearOnly(card, input)) return `We have no ${what}. The nearest in price:\n${shown.join('\n')}`
    const lead = card.total > 1 && card.offset === 0 ? superlative(card, kit, input) : ''
    const missing = card.ignored === undefined ? '' : `Nothing we have says “${q ?? ''}”. `
    const count = card.total === 1 ? `There is one match for ${what}` : `We have ${format.number(card.total)} ${what}`
    const last = card.offset + card.items.length
    const more =
      card.offset > 0
        ? ` Here are ${format.number(card.offset + 1)} to ${format.number(last)}`
        : card.total > last
          ? ` Here are ${format.number(last)} of them`
          : ''
    return `${missing}${lead}${count}${more === '' ? ':' : `.${more}:`}\n${shown.join('\n')}`
  },
  otherwise: {},
  next(card) {
    const [first, second] = card.items
    if (first === undefined) return ['What do you sell?']
    return [
      ...(second === undefined ? [] : [`Compare the ${first.name} and the ${second.name}`]),
      `Tell me more about the ${first.name}`,
    ]
  },
}
