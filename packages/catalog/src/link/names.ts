import type { ProductRecord, ShopSettings } from '@marketplace-agent/domain'
import { functionWords } from '../words/english.ts'
import { pluralsOf, singularsOf } from '../words/inflection.ts'
import { compact, tokenize } from '../words/tokens.ts'
import { type Term, type Vocabulary, createVocabulary, distinctiveness } from './terms.ts'
import { type Unit, unitsOf } from './units.ts'

/** The shop's products by the words of what they are called. */
export interface NameIndex {
  readonly vocabulary: Vocabulary
  readonly products: readonly ProductRecord[]
  /** Whether a term is a word of the product's name or an alias, its brand, or a word for its category. */
  describes(term: Term, position: number): boolean
  /** How much of the product's name, or of the alias that comes nearest, the terms say, 0 to 1. */
  coverage(terms: ReadonlySet<string>, position: number): number
  /** Whether the terms stand next to each other in this order in its name or an alias. */
  saysInOrder(terms: readonly string[], position: number): boolean
  /** Whether a term is a whole unit of its name or of an alias. */
  saysUnit(term: string, position: number): boolean
  /** Whether a number stands in its name that is not among the terms. */
  hasOtherNumber(terms: readonly string[], position: number): boolean
  isAccessory(position: number): boolean
}

export function createNameIndex(settings: ShopSettings, products: readonly ProductRecord[]): NameIndex {
  const vocabulary = createVocabulary()
  addCategories(settings, vocabulary)
  addBrands(products, vocabulary)

  const brandKeys = new Map([...new Set(products.map(({ brand }) => brand))].map((brand) => [brand, compact(brand)]))
  const phraseUnits = ({ name, aliases, brand }: ProductRecord): Unit[][] =>
    [name, ...aliases].map((phrase) => unitsOf(tokenize(phrase), brandKeys.get(brand) ?? '', vocabulary))
  const own = products.map((product, position) => {
    const terms = new Set<string>()
    for (const units of phraseUnits(product)) {
      for (const unit of units) for (const text of unit.terms.keys()) terms.add(text)
    }
    for (const text of terms) vocabulary.term(text).products.push(position)
    return terms
  })

  const accessories = new Set(settings.categories.filter(({ accessory }) => accessory === true).map(({ id }) => id))
  const isAccessory = (position: number) => accessories.has(products[position]?.category ?? '')
  // Kept from the first time that a product is weighed: most of many never are.
  const remembered = new Map<number, WeighedUnit[][]>()
  const unitsAt = (position: number) => {
    const known = remembered.get(position)
    if (known !== undefined) return known
    const product = products[position]
    const units = (product === undefined ? [] : phraseUnits(product)).map((phrase) =>
      phrase.map((unit) => ({ ...unit, weight: weightOf(unit, vocabulary) })),
    )
    remembered.set(position, units)
    return units
  }

  return {
    vocabulary,
    products,
    isAccessory,
    describes(term, position) {
      if (own[position]?.has(term.text) === true) return true
      const product = products[position]
      if (product === undefined) return false
      if (term.categories?.has(product.category) === true && !term.plural) return true
      return term.brand !== null && brandKeys.get(product.brand) === term.text
    },
    saysInOrder: (terms, position) =>
      unitsAt(position).some((units) =>
        units.some((_, from) => terms.every((text, step) => units[from + step]?.terms.has(text) === true)),
      ),
    saysUnit: (term, position) => unitsAt(position).some((units) => units.some(({ terms }) => terms.get(term) === 1)),
    hasOtherNumber: (terms, position) =>
      unitsAt(position)[0]?.some(({ terms: names }) =>
        [...names.keys()].some((text) => /^\d+$/.test(text) && !terms.includes(text)),
      ) === true,
    coverage: (terms, position) =>
      Math.max(0, ...unitsAt(position).map((units) => coverageOf(units, terms, isAccessory(position)))),
  }
}

interface WeighedUnit extends Unit {
  /** How far it tells the product from others. */
  readonly weight: number
}

function weightOf(unit: Unit, vocabulary: Vocabulary): number {
  const [whole = ''] = [...unit.terms].find(([, share]) => share === 1) ?? []
  return functionWords.has(whole) ? 0.05 : distinctiveness(vocabulary.term(whole))
}

/** A name's brand and kind of thing go without saying; only of an accessory the kind is said ("the X1 sleeve"). */
function coverageOf(units: readonly WeighedUnit[], terms: ReadonlySet<string>, accessory: boolean) {
  const telling = units.filter((unit) => unit.kind !== 'brand' && (accessory || unit.kind !== 'category'))
  let said = 0
  let all = 0
  for (const unit of telling.length === 0 ? units : telling) {
    all += unit.weight
    let share = 0
    for (const [text, part] of unit.terms) if (part > share && terms.has(text)) share = part
    said += unit.weight * share
  }
  return all === 0 ? 0 : said / all
}

function addCategories(settings: ShopSettings, vocabulary: Vocabulary) {
  const add = (phrase: string, id: string, plural: boolean) => {
    vocabulary.learn(phrase)
    const term = vocabulary.term(compact(phrase))
    term.plural = term.categories === null ? plural : term.plural && plural
    term.categories = (term.categories ?? new Set<string>()).add(id)
  }
  for (const category of settings.categories) {
    add(category.singular, category.id, false)
    for (const phrase of [category.name, ...category.aliases]) {
      const tokens = tokenize(phrase)
      const last = tokens.at(-1)?.text ?? ''
      const singulars = singularsOf(last)
      const before = phrase.slice(0, tokens.at(-1)?.start ?? 0)
      add(phrase, category.id, singulars.length > 0 && compact(phrase) !== compact(category.singular))
      for (const singular of singulars) add(before + singular, category.id, false)
      if (singulars.length === 0) for (const plural of pluralsOf(last)) add(before + plural, category.id, true)
    }
  }
  addShortNames(settings, vocabulary, add)
}

/** "Papers" for filter papers, where no other kind of product ends so and the word means nothing else yet. */
function addShortNames(
  { categories, specs }: ShopSettings,
  vocabulary: Vocabulary,
  add: (phrase: string, id: string, plural: boolean) => void,
) {
  const lastOf = (phrase: string) => tokenize(phrase).at(-1)?.text ?? ''
  const ofSpecs = new Set(specs.flatMap(({ label }) => tokenize(label).map(({ text }) => text)))
  for (const { id, name } of categories) {
    const word = lastOf(name)
    const isWord = tokenize(name).length > 1 && /^\p{L}{4,}$/u.test(word) && singularsOf(word).length > 0
    const shared = categories.some(
      (other) => other.id !== id && [other.name, ...other.aliases].some((phrase) => lastOf(phrase) === word),
    )
    const taken = [word, ...singularsOf(word)].some((form) => ofSpecs.has(form) || functionWords.has(form))
    if (isWord && !shared && !taken && vocabulary.term(word).categories === null) add(word, id, true)
  }
}

function addBrands(products: readonly ProductRecord[], vocabulary: Vocabulary) {
  const positions = new Map<string, number[]>()
  products.forEach((product, position) => {
    const there = positions.get(product.brand)
    if (there === undefined) positions.set(product.brand, [position])
    else there.push(position)
  })
  for (const [brand, of] of positions) {
    vocabulary.learn(brand)
    const term = vocabulary.term(compact(brand))
    term.brand = term.brand === null ? of : [...term.brand, ...of].sort((one, other) => one - other)
  }
}
