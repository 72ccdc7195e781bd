import type { ProductRecord, ShopSettings, SpecDefinition } from '@marketplace-agent/domain'
import { commonnessOf, isTalk } from '../words/english.ts'
import { pluralsOf, singularsOf } from '../words/inflection.ts'
import { type Token, tokenize } from '../words/tokens.ts'
import { builtInAttributes } from './built-in-attributes.ts'
import type { AddPhrase, Phrase, PhraseBook } from './phrase.ts'
import { addValues } from './value-phrases.ts'
import type { SpecValues } from './feature-values.ts'
import { type Vocabulary, isModelWord } from './terms.ts'
import { joined } from './units.ts'

/** Everything in a shop that has a name of its own, by its joined tokens. */
export function createPhraseBook(
  settings: ShopSettings,
  products: readonly ProductRecord[],
  values: readonly SpecValues[],
  vocabulary: Vocabulary,
): PhraseBook {
  const phrases = new Map<string, Phrase[]>()
  let longest = 0
  const add = (text: string, phrase: Phrase) => {
    if (text === '') return
    longest = Math.max(longest, text.length)
    const there = phrases.get(text)
    if (there === undefined) phrases.set(text, [phrase])
    else if (!there.some((one) => one.kind === phrase.kind && one.id === phrase.id)) there.push(phrase)
  }

  for (const text of vocabulary.texts()) {
    const term = vocabulary.get(text)
    for (const id of term?.categories ?? []) add(text, { kind: 'category', id, score: 1 })
    const brand = term?.brand?.[0] === undefined ? undefined : products[term.brand[0]]?.brand
    if (brand === undefined) continue
    add(text, { kind: 'brand', id: brand, score: 1, ...(isTalk(text) ? { needs: 'writing' } : {}) })
    const [only, second] = term?.brand ?? []
    const product = only === undefined || second !== undefined || isTalk(text) ? undefined : products[only]
    if (product === undefined) continue
    for (const word of pointingWords) add(word + text, { kind: 'product', id: product.id, score: 0.9 })
  }
  for (const product of products) addProduct(product, add, vocabulary)
  for (const definition of settings.specs) {
    addAttribute(definition, add)
    for (const phrase of [definition.label, ...definition.aliases]) vocabulary.learn(phrase)
  }
  for (const [id, words] of Object.entries(builtInAttributes)) {
    for (const word of words) {
      vocabulary.learn(word)
      const text = joined(tokenize(word))
      if (phrases.get(text)?.some((phrase) => phrase.kind === 'attribute') !== true)
        add(text, { kind: 'attribute', id, score: 1 })
    }
  }
  for (const one of values) addValues(one, add, vocabulary)

  for (const [text, named] of phrases) {
    if (named.some(({ kind }) => kind === 'attribute') && text.length > 1) vocabulary.term(text).feature = true
  }
  const heads = new Set([...phrases.keys()].map((text) => text.slice(0, headLength)))
  return {
    get: (text) => phrases.get(text),
    mayBegin: (text) => text.length < headLength || heads.has(text.slice(0, headLength)),
    longest,
  }
}

const headLength = 4

/** Before a brand that has one product only they point at that product: "the Kestrel". */
const pointingWords = ['the', 'this', 'that', 'your', 'my']

/** An alias that is also a word for a category, or a brand of several products, is taken for these first. */
const generalScore = 0.9

function addProduct(product: ProductRecord, add: AddPhrase, vocabulary: Vocabulary) {
  for (const phrase of [product.name, ...product.aliases]) {
    for (const tokens of withoutArticle(tokenize(phrase))) {
      const text = joined(tokens)
      const term = vocabulary.get(text)
      const isGeneral = term?.categories != null || (term?.brand?.length ?? 0) > 1
      const needs = needsOf(tokens, phrase === product.name)
      add(text, {
        kind: 'product',
        id: product.id,
        score: isGeneral ? generalScore : 1,
        ...(needs === null ? {} : { needs }),
      })
    }
  }
}

/** "The Old Harbour" is also called "old harbour"; "the Mini" is not called "mini", but "your mini". */
function withoutArticle(tokens: readonly Token[]): (readonly Token[])[] {
  const [article, first, second] = tokens
  if (article === undefined || first === undefined || !/^(?:the|a|an)$/.test(article.text)) return [tokens]
  const isOwnName = second !== undefined || (commonnessOf(first.text) === 'rare' && !isModelWord(first.text))
  if (isOwnName) return [tokens, tokens.slice(1)]
  return [tokens, ...pointingWords.map((text) => [{ ...article, text }, first])]
}

function needsOf(tokens: readonly Token[], isName: boolean): 'number' | 'writing' | null {
  const [first] = tokens
  if (tokens.length === 1 && first?.numeric === true) return 'number'
  if (tokens.every(({ text }) => isTalk(text))) return 'writing'
  return isName && tokens.length === 1 && commonnessOf(first?.text ?? '') === 'common' ? 'writing' : null
}

function addAttribute(definition: SpecDefinition, add: AddPhrase) {
  for (const phrase of [definition.label, ...definition.aliases]) {
    const tokens = tokenize(phrase)
    const last = tokens.at(-1)?.text ?? ''
    const before = joined(tokens.slice(0, -1))
    const singulars = singularsOf(last)
    for (const form of [last, ...singulars, ...(singulars.length === 0 ? pluralsOf(last) : [])]) {
      add(before + form, { kind: 'attribute', id: definition.id, score: 1 })
    }
  }
}
