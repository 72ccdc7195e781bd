import type { Shop } from '@marketplace-agent/catalog'
import type { Language } from '../language/read-language.ts'
import { type Corrector, createCorrector } from './correct.ts'
import { tokenize } from './tokens.ts'

/** A corrector for a shop's customers, to whom the shop's own words are no slips. */
export const createShopCorrector = ({ common, vocabulary }: Language, shop: Shop): Corrector =>
  createCorrector(common, new Set([...vocabulary, ...wordsOf(shop)]))

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
