import type { ProductRecord, ShopSettings } from '@marketplace-agent/domain'
import type { Mention } from '../types.ts'
import { withoutAddresses } from '../words/addresses.ts'
import { commonnessOf, everydayWords, functionWords } from '../words/english.ts'
import { pluralsOf, singularsOf } from '../words/inflection.ts'
import { createNearMisses, slipLikelihood } from '../words/near-misses.ts'
import { type Token, tokenize } from '../words/tokens.ts'
import { chooseSpans } from './choose.ts'
import { gatherValues } from './feature-values.ts'
import { findIds } from './find-ids.ts'
import { createMeasureBook, findMeasures } from './find-measures.ts'
import { createProductFinder } from './find-product.ts'
import { findNearPhrases, findPhrases } from './find-phrases.ts'
import { createNameIndex } from './names.ts'
import { findPartialNames } from './partial-names.ts'
import { createPhraseBook } from './phrases.ts'
import { createMisspeltFinder } from './misspelt-features.ts'
import { findSameLine } from './same-line.ts'
import { type Speller, readSlots } from './slots.ts'
import type { Span } from './span.ts'
import type { Term, Vocabulary } from './terms.ts'

/** Reads what of a shop's a text names. */
export function createLinker(
  settings: ShopSettings,
  products: readonly ProductRecord[],
  get: (id: number) => ProductRecord | undefined,
) {
  const names = createNameIndex(settings, products)
  const values = gatherValues(settings, products)
  const book = createPhraseBook(settings, products, values, names.vocabulary)
  const measures = createMeasureBook(values)
  const speller = createSpeller(names.vocabulary)
  const findMisspelt = createMisspeltFinder(settings)

  const readingsOf = (text: string, tokens: readonly Token[]): Span[] => {
    const slots = readSlots(tokens, speller)
    return [
      ...findPhrases(tokens, text, book),
      ...findNearPhrases(slots, book),
      ...findPartialNames(slots, text, names),
      ...findMeasures(tokens, text, measures, book),
      ...findIds(text, get),
    ]
  }

  /** The product that a text names from its first to its last token. */
  const wholeProduct = (text: string): Mention | null => {
    const tokens = tokenize(text)
    const [mention, other] = chooseSpans(readingsOf(text, tokens), text)
    const isWhole = mention?.kind === 'product' && other === undefined && mention.end === tokens.at(-1)?.end
    return isWhole && mention.start === tokens[0]?.start ? mention : null
  }

  const link = (message: string): readonly Mention[] => {
    const text = withoutAddresses(message)
    const tokens = tokenize(text)
    const readings = readingsOf(text, tokens)
    const mentions = chooseSpans(readings, text)
    const misspelt = findMisspelt(mentions, tokens)
    if (misspelt !== null) return chooseSpans([...readings, misspelt], text)
    const sameLine = findSameLine(mentions, tokens, text, wholeProduct)
    return sameLine.length === 0 ? mentions : chooseSpans([...readings, ...sameLine], text)
  }

  const find = createProductFinder({ names, book, speller, get })
  return { link, find, knows: (word: string) => knowsWord(word.toLowerCase(), speller) }
}

/** A word of a product's name, a brand or a category is likelier meant than one of a feature as near. */
const namesThing = (term: Term | undefined) =>
  term !== undefined && (term.products.length > 0 || term.brand !== null || term.categories !== null)

const shortestPart = 3

/** Whether a word is of English or of the shop, spelt right or nearly so, or made up of such ("touchscreen"). */
function knowsWord(word: string, { vocabulary, correct }: Speller): boolean {
  const isOfShop = (text: string) =>
    [text, ...singularsOf(text), ...pluralsOf(text)].some((form) => vocabulary.get(form) !== undefined)
  if (commonnessOf(word) !== 'rare' || isOfShop(word) || correct(word) !== null) return true
  if (everydayNearMisses(word).length > 0) return true
  for (let cut = shortestPart; cut <= word.length - shortestPart; cut += 1) {
    const parts = [word.slice(0, cut), word.slice(cut)]
    if (parts.some(isOfShop) && parts.every((part) => isOfShop(part) || commonnessOf(part) !== 'rare')) return true
  }
  return false
}

const everydayNearMisses = createNearMisses(everydayWords, 1)

/** A mistyped everyday word ("oder") is no word of the shop, even where one is as near ("odor"), or only beside others. */
function createSpeller(vocabulary: Vocabulary): Speller {
  const nearMisses = createNearMisses(
    [...vocabulary.texts()].filter((text) => /^\p{L}{4,}$/u.test(text) && !functionWords.has(text)),
  )
  return {
    vocabulary,
    correct(word) {
      if (commonnessOf(word) !== 'rare') return null
      const near = nearMisses(word)
      const least = near[0]?.distance
      const nearest = near.find((one) => one.distance === least && namesThing(vocabulary.get(one.word))) ?? near[0]
      if (nearest === undefined) return null
      const likely = slipLikelihood(word, nearest.word)
      const doubtful = everydayNearMisses(word).some(
        (other) => vocabulary.get(other.word) === undefined && slipLikelihood(word, other.word) >= likely,
      )
      return doubtful && nearest.distance > 1 ? null : { ...nearest, doubtful }
    },
  }
}
