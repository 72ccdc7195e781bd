import type { Shop } from '@marketplace-agent/catalog'
import { type Log, intents } from '@marketplace-agent/domain'
import { examplesOf, featureNamesOf } from './classifier/examples.ts'
import { type Model, createClassifier } from './classifier/model.ts'
import { loadModel, saveModel } from './classifier/model-file.ts'
import { createRandom } from './classifier/random.ts'
import { train, trainerVersion } from './classifier/train.ts'
import { createEntityFinder } from './entities/find-entities.ts'
import { maskFigures } from './entities/mask.ts'
import { type Language, readLanguage } from './language/read-language.ts'
import { createFigureWriter } from './text/write-figures.ts'
import { allWords, createShopCorrector } from './text/shop-corrector.ts'
import { openHead } from './sentences/open-head.ts'
import { createSentenceReader } from './sentences/sentence-reader.ts'
import type { Understander } from './types.ts'
import { type UnderstanderParts, createUnderstander } from './understand.ts'

export interface UnderstanderOptions {
  /** A language's folder, as data/language/README.md describes it. */
  readonly languageFolder: string
  /** Where the trained model is kept between starts; null keeps none. */
  readonly cacheFolder: string | null
  readonly shop: Shop
  readonly log: Log
  /** How long a message waits for its sentence vector, in milliseconds; 250 unless told. */
  readonly patience?: number
}

const usualPatience = 250

/**
 * An understander of one shop's customers. The classifier is trained from the language's utterances in a second or two, or
 * taken as it was kept. Sentence vectors are used from `sentences(embedder)` on. Throws OperatorError where the language's files are missing or wrong.
 */
export async function openUnderstander(options: UnderstanderOptions): Promise<Understander> {
  const language = await readLanguage(options.languageFolder)
  const model = await modelOf(language, options.cacheFolder, options.log)
  const { languageFolder, cacheFolder, log, patience = usualPatience } = options
  const sentences = createSentenceReader({
    openHead: (embedder, context) => openHead(language, embedder, { languageFolder, cacheFolder }, context),
    log,
    patience,
    now: () => performance.now(),
  })
  return createUnderstander({
    language,
    classify: createClassifier(model),
    ...readingOf(language, options.shop),
    sentences,
  })
}

/** What reads a message of a shop's customers before it is classified. */
export function readingOf(
  language: Language,
  shop: Shop,
): Pick<UnderstanderParts, 'finder' | 'correct' | 'vocabulary'> {
  const correct = createShopCorrector(language, shop)
  const writeFigures = createFigureWriter(language.words, shop)
  return {
    finder: createEntityFinder(shop, language),
    correct: (message) => writeFigures(correct(message)),
    vocabulary: allWords(language, shop),
  }
}

async function modelOf(language: Language, folder: string | null, log: Log): Promise<Model> {
  const key = `${trainerVersion}:${language.hash}`
  const kept = folder === null ? null : await loadModel(folder, key, log)
  if (kept !== null) return kept
  const model = trainOn(language)
  log.info(
    { utterances: language.utterances.length, tasks: language.tasks.length },
    'The intent classifier was trained.',
  )
  if (folder !== null) await saveModel(folder, key, model, log)
  return model
}

/** The model of a language's utterances: the same for the same files. */
export function trainOn({ utterances, tasks, words }: Language): Model {
  const random = createRandom(1)
  const featureNames = featureNamesOf(words)
  return train({
    examples: utterances.flatMap(({ text, task }) =>
      examplesOf({ text: maskFigures(text).toLowerCase(), task }, tasks[task]?.act ?? 'ask', random, featureNames),
    ),
    classes: tasks.length,
    groups: tasks.map(({ intent }) => intents.indexOf(intent)),
  })
}
