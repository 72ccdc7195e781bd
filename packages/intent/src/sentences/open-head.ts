import type { Embedder } from '@marketplace-agent/llm'
import { type CallContext, type Log, intents } from '@marketplace-agent/domain'
import type { Language } from '../language/read-language.ts'
import { hashOfSentences, sentencesOf } from './examples.ts'
import { loadHead, saveHead } from './head-file.ts'
import type { HeadModel } from './head.ts'
import { headVersion, trainHead } from './train-head.ts'

/** What a head was trained on and for; another key, another head. */
export const headKeyOf = (language: Language, embedderId: string): string =>
  `${headVersion}:${hashOfSentences(language)}:${embedderId}`

export interface HeadFolders {
  /** Where the language's own head lies. */
  readonly languageFolder: string
  /** Where one trained here is kept; null keeps none. */
  readonly cacheFolder: string | null
}

/**
 * The head of a language and an embedder: the language's own where it fits, else the one kept, else trained now (half a
 * minute of the embedder's time, little of the caller's) and kept. Throws what the embedder throws, or the signal's reason.
 */
export async function openHead(
  language: Language,
  embedder: Embedder,
  { languageFolder, cacheFolder }: HeadFolders,
  context: CallContext,
): Promise<HeadModel> {
  const key = headKeyOf(language, embedder.id)
  const folders = cacheFolder === null ? [languageFolder] : [languageFolder, cacheFolder]
  for (const folder of folders) {
    const head = await loadHead(folder, key)
    if (head !== null) return head
  }
  context.log.info({ embedder: embedder.id }, 'The sentence classifier is trained in the background.')
  const head = await trainHeadOn(language, embedder, context)
  if (cacheFolder !== null) await keep(cacheFolder, key, head, context.log)
  return head
}

/** So many sentences are asked for at a time; a customer's own goes before them. */
const portion = 32

/** A head of a language's utterances: the same for the same vectors. */
export async function trainHeadOn(language: Language, embedder: Embedder, context: CallContext): Promise<HeadModel> {
  const sentences = sentencesOf(language)
  const vectors: Float32Array[] = []
  while (vectors.length < sentences.length) {
    const texts = sentences.slice(vectors.length, vectors.length + portion).map(({ text }) => text)
    vectors.push(...(await embedder.embed(texts, context)))
  }
  const groups = language.tasks.map(({ intent }) => intents.indexOf(intent))
  const tasks = sentences.map(({ task }) => task)
  return trainHead({ vectors, tasks, classes: language.tasks.length, groups }, context.signal)
}

async function keep(folder: string, key: string, head: HeadModel, log: Log): Promise<void> {
  try {
    await saveHead(folder, key, head)
  } catch (error) {
    log.warn({ folder, err: error }, 'The sentence classifier cannot be kept; every start will train it.')
  }
}
