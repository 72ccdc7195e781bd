import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Shop, loadShop } from '@marketplace-agent/catalog'
import { CodedError, type Log, OperatorError } from '@marketplace-agent/domain'
import { type ProductGraph, openGraph } from '@marketplace-agent/graph'
import { type Understander, openUnderstander } from '@marketplace-agent/intent'
import {
  type Embedder,
  type EmbedderStatus,
  type OpenedEmbedder,
  type TextPairScorer,
  openEmbedder,
  openTextPairs,
  withCache,
} from '@marketplace-agent/llm'
import {
  type Retriever,
  type SynonymGroups,
  createCrossEncoderReranker,
  createSwappableRetriever,
  openRetriever,
} from '@marketplace-agent/rag'
import type { SmallTalk } from './agent/small-talk.ts'
import type { Config } from './config.ts'
import { makeWritable } from './make-writable.ts'

async function readLanguageFile<T>(folder: string, name: string): Promise<T> {
  const path = join(folder, name)
  try {
    return JSON.parse(await readFile(path, 'utf8')) as T
  } catch (error) {
    throw new OperatorError(
      `${path} can't be read (${(error as Error).message}); set LANGUAGE_DIR to a folder of language data.`,
    )
  }
}

/** The shop of the settings and what understands its customers, by n-grams until it is given sentence vectors. */
export async function openUnderstanding(config: Config, log: Log): Promise<{ shop: Shop; understander: Understander }> {
  const shop = await loadShop(config.shopFolder)
  const cacheFolder = join(config.cacheFolder, 'intent')
  return {
    shop,
    understander: await openUnderstander({ languageFolder: config.languageFolder, cacheFolder, shop, log }),
  }
}

/** Words that mean the same, or have to do with each other. */
export async function readSynonyms({ languageFolder }: Config): Promise<SynonymGroups> {
  const [{ groups }, { associations }] = await Promise.all([
    readLanguageFile<{ groups: string[][] }>(languageFolder, 'synonyms.json'),
    readLanguageFile<{ associations: Record<string, string[]> }>(languageFolder, 'associations.json'),
  ])
  return [...groups, ...Object.entries(associations).map(([phrase, means]) => ({ phrase, means }))]
}

/** Sentence vectors of so many messages are remembered: a kilobyte and a half each. */
const rememberedVectors = 2000

/** The embedders of the settings: a lexical one at once, and MiniLM when it is there, which remembers what it was asked. */
export function openEmbedders(config: Config, log: Log): OpenedEmbedder {
  if (config.embedder === 'lexical') return openEmbedder({ kind: 'lexical' })
  const { embedder: kind, embeddingModel: model, modelsFolder, modelHub: hub } = config
  const opened = openEmbedder({
    kind,
    model,
    source: modelsFolder === null ? { cacheFolder: join(config.cacheFolder, 'models'), hub } : { modelsFolder },
    log,
  })
  const better = opened.better.then((embedder) => embedder && withCache(embedder, rememberedVectors))
  better.catch(() => {})
  return { ...opened, better }
}

/** The cross-encoder of the settings; null without one, and, told in the log, where it can't be used. */
export async function openCrossEncoder({ rerankerFolder: folder }: Config, log: Log): Promise<TextPairScorer | null> {
  if (folder === null) return null
  try {
    return await openTextPairs({ folder, log })
  } catch (error) {
    if (!(error instanceof CodedError)) throw error
    log.warn({}, `RERANKER_DIR: ${error.message} Passages are put in order by features instead.`)
    return null
  }
}

/** The embedder that answers come from. */
export interface EmbedderInUse {
  /** Its id, or `lexical`. */
  readonly adapter: string
  /** A better one is loaded, or is there and what answers come from is changed to it. */
  readonly next?: 'opening' | 'changing'
  /** Why there is no better one, or what it isn't used for: half a sentence for the operator. */
  readonly reason?: string
}

/** What a shop's customers may know, and what understands them: read once, never changed. */
export interface Knowledge {
  readonly shop: Shop
  readonly understander: Understander
  readonly templates: SmallTalk
  readonly graph: ProductGraph
  readonly retriever: Retriever
  /** Done when the models are in use for all that they serve, or can't be had; never rejected. */
  readonly settled: Promise<void>
  embedder(): EmbedderInUse
  close(): Promise<void>
}

/** Before the sentence model is in use for everything, or where it will never be. */
function beforeUse(status: EmbedderStatus): EmbedderInUse {
  const adapter = 'lexical'
  switch (status.state) {
    case 'lexical':
      return { adapter }
    case 'opening':
      return { adapter, next: 'opening' }
    case 'ready':
      return { adapter, next: 'changing' }
    case 'missing':
      return { adapter, reason: status.reason }
  }
}

/**
 * Usable as soon as it is given; sentence vectors come into use when they are there. Throws OperatorError for what an
 * operator can mend, such as a model that is asked for by name and can't be had.
 */
export async function openKnowledge(config: Config, log: Log): Promise<Knowledge> {
  await makeWritable(config.cacheFolder)
  const embedders = openEmbedders(config, log)
  const crossEncoder = openCrossEncoder(config, log)
  const closing = new AbortController()
  try {
    const [{ shop, understander }, templates, synonyms] = await Promise.all([
      openUnderstanding(config, log),
      readLanguageFile<SmallTalk>(config.languageFolder, 'small-talk.json'),
      readSynonyms(config),
      config.embedder === 'minilm' && embedders.better,
    ])
    const { settings, catalog, documents } = shop
    const openPassages = (embedder: Embedder, scorer: TextPairScorer | null) =>
      openRetriever({
        ...(scorer !== null && { reranker: createCrossEncoderReranker(scorer) }),
        documents,
        folder: join(config.cacheFolder, 'passages'),
        chunking: config.chunking,
        embedder,
        synonyms,
        vectors: config.vectorIndex,
        log,
        signal: closing.signal,
      })
    const [graph, passages] = await Promise.all([
      openGraph({ settings, products: catalog.all() }),
      openPassages(embedders.first, null),
    ])
    const retriever = createSwappableRetriever(passages, log)
    let embedder: EmbedderInUse | null = null
    const improve = async () => {
      const [better, scorer] = await Promise.all([embedders.better, crossEncoder])
      if (closing.signal.aborted || (better === null && scorer === null)) return
      const [understood] = await Promise.all([
        better !== null && understander.sentences(better),
        openPassages(better ?? embedders.first, scorer).then(retriever.swap),
      ])
      if (better !== null)
        embedder = { adapter: better.id, ...(!understood && { reason: 'messages are understood without it' }) }
      log.info({ embedder: better?.id, reranker: scorer?.id }, 'The models are in use.')
    }
    const settled = improve().catch((error: unknown) => {
      if (closing.signal.aborted) return
      if (embedders.status().state === 'ready')
        embedder = { adapter: 'lexical', reason: 'the sentence model could not be taken into use' }
      log.warn({ err: error }, 'The models could not be taken into use; words alone go on.')
    })
    return {
      shop,
      understander,
      templates,
      graph,
      retriever,
      settled,
      embedder: () => embedder ?? beforeUse(embedders.status()),
      async close() {
        closing.abort()
        await understander.sentences(null)
        // What is under way ends with the embedder that it waits for.
        await embedders.close()
        await settled
        await Promise.all([graph.close(), retriever.close()])
        await (await crossEncoder)?.close()
      },
    }
  } catch (error) {
    await embedders.close()
    await (await crossEncoder)?.close()
    throw error
  }
}
