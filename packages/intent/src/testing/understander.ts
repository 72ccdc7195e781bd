import type { Shop } from '@marketplace-agent/catalog'
import { type Classify, createClassifier } from '../classifier/model.ts'
import { createEntityFinder } from '../entities/find-entities.ts'
import { type Language, readLanguage } from '../language/read-language.ts'
import { trainOn } from '../open.ts'
import type { SentenceReader } from '../sentences/sentence-reader.ts'
import type { Understander } from '../types.ts'
import { createUnderstander } from '../understand.ts'
import { english } from './language.ts'

let trained: Promise<{ language: Language; classify: Classify }> | undefined

/** Reads no sentence. */
const noSentences: SentenceReader = { ready: false, read: async () => null, use: async () => false }

/** An understander of a shop with the English data, trained once for a test file. */
export async function understanderOf(shop: Shop): Promise<Understander> {
  trained ??= readLanguage(english).then((language) => ({ language, classify: createClassifier(trainOn(language)) }))
  const { language, classify } = await trained
  const finder = createEntityFinder(shop, language)
  return createUnderstander({
    language,
    classify,
    finder,
    correct: (message) => message,
    vocabulary: new Set(),
    sentences: noSentences,
  })
}
