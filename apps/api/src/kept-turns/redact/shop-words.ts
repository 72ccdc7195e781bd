import type { Shop } from '@marketplace-agent/catalog'
import { commonWords } from './common-words.en.ts'
import { givenNames } from './given-names.en.ts'
import { type IsKnown, fold, wordsOf } from './words.ts'

/** Countries and languages by their English names: a country alone is nobody's. */
function* placesAndLanguages(): Generator<string> {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const codes = letters.flatMap((one) => letters.map((other) => one + other))
  for (const type of ['region', 'language'] as const) {
    const names = new Intl.DisplayNames('en', { type, fallback: 'none' })
    for (const code of codes) {
      const name = names.of(type === 'language' ? code.toLowerCase() : code)
      if (name !== undefined) yield name
    }
  }
}

/** What the shop calls its things, in full: capitals in it are no sign of a person. */
function* namesOf({ catalog, settings }: Shop): Generator<string> {
  for (const { name, brand, aliases, description, specs } of catalog.all())
    yield [name, brand, description, ...aliases, ...Object.values(specs).map(String)].join(' ')
  for (const { name, singular, aliases } of settings.categories) yield [name, singular, ...aliases].join(' ')
  for (const { label, aliases } of settings.specs) yield [label, ...aliases].join(' ')
  yield settings.name
}

/** Which words are nobody's: those of everyday talk, of the shop's things, and what its documents write small. */
export function createIsKnown(shop: Shop): IsKnown {
  const known = new Set(commonWords)
  for (const text of [...namesOf(shop), ...placesAndLanguages()])
    for (const { folded } of wordsOf(text)) known.add(folded)
  for (const { text } of shop.documents)
    for (const word of wordsOf(text)) if (word.text === word.text.toLowerCase()) known.add(word.folded)
  return (word) => {
    const folded = fold(word).replaceAll(/['’]/g, '')
    return known.has(folded) || known.has(folded.replace(/s$/, ''))
  }
}

const endings = /(?:s|es|d|ed|ing|ly|er|est)$/

/**
 * Tells all words that customers and the shop use, however they are inflected, from those that may be somebody's name:
 * of frequent names only those are words that the shop uses.
 */
export const createIsWord = (isKnown: IsKnown, vocabulary: ReadonlySet<string>): IsKnown => {
  const isUsed = (word: string) => {
    const stem = word.replace(endings, '')
    return [word, stem, `${stem}e`, stem.replace(/(.)\1$/, '$1')].some(
      (form) => form.length > 1 && vocabulary.has(form),
    )
  }
  return (word) => {
    if (isKnown(word)) return true
    const folded = fold(word).replaceAll(/['’.]/g, '')
    return !givenNames.has(folded) && folded.split('-').every(isUsed)
  }
}
