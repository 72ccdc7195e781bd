import type { Shop } from '@marketplace-agent/catalog'
import type { Language } from '../language/read-language.ts'
import { type Corrector, createCorrector } from './correct.ts'
import { tokenize } from './tokens.ts'

/** A corrector for a shop's customers, to whom the shop's own words are no slips. */
export const createShopCorrector = ({ common, vocabulary }: Language, shop: Shop): Corrector =>
  createCorrector(common, new Set([...vocabulary, ...wordsOf(shop)]), namesIn(shop))

/** Every word that customers of any shop use and that this shop writes; in lower case, without apostrophes. */
export const allWords = ({ spoken }: Language, shop: Shop): ReadonlySet<string> =>
  new Set([...spoken, ...wordsOf(shop)])

/** The words of what a shop sells: a slip that is as near to one of them isn't put right towards another word. */
function* namesIn({ catalog, settings }: Shop): Generator<string> {
  const names = [
    ...catalog.all().flatMap(({ name, brand, aliases }) => [name, brand, ...aliases]),
    ...settings.categories.flatMap(({ name, singular, aliases }) => [name, singular, ...aliases]),
  ]
  for (const name of names) for (const { kind, text } of tokenize(name)) if (kind === 'word') yield text
}

/** Every word that a shop writes: of its products, categories, specs and documents. */
function* wordsOf({ catalog, documents, settings }: Shop): Generator<string> {
  const texts = [
    settings.name,
    ...catalog
      .all()
      .flatMap(({ name, brand, aliases, description, specs }) => [
        name,
        brand,
        description,
        ...aliases,
        ...Object.values(specs).map(String),
      ]),
    ...settings.categories.flatMap(({ name, singular, aliases }) => [name, singular, ...aliases]),
    ...settings.specs.flatMap(({ label, aliases }) => [label, ...aliases]),
    ...documents.map(({ text }) => text),
  ]
  for (const text of texts) for (const token of tokenize(text)) if (token.kind === 'word') yield token.text
}
