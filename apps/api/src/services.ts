import { constants } from 'node:fs'
import { access, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Shop, loadShop } from '@marketplace-agent/catalog'
import { type CallContext, type Clock, type Format, type Log, OperatorError } from '@marketplace-agent/domain'
import { type ProductGraph, openGraph } from '@marketplace-agent/graph'
import { type Understander, openUnderstander } from '@marketplace-agent/intent'
import { type Embedder, openEmbedder } from '@marketplace-agent/llm'
import { type Retriever, type RetrieverSettings, type SynonymGroups, openRetriever } from '@marketplace-agent/rag'
import { type SessionStore, openSessions } from '@marketplace-agent/session'
import { type Store, openStore } from '@marketplace-agent/store'
import type { Logger } from 'pino'
import type { Conversation } from './agent/dialogue/conversation.ts'
import { type Gate, createGate } from './agent/gate.ts'
import type { Agent } from './agent/run-turn.ts'
import type { SmallTalk } from './agent/small-talk.ts'
import type { Config } from './config.ts'
import { type Metrics, createMetrics } from './plugins/metrics.ts'
import { tools } from './tools/index.ts'

/** Everything the doors need: one object of ports, made from the settings. */
export interface Services {
  readonly config: Config
  readonly clock: Clock
  readonly log: Logger
  readonly metrics: Metrics
  readonly shop: Shop
  readonly store: Store
  readonly sessions: SessionStore<Conversation>
  readonly graph: ProductGraph
  readonly retriever: Retriever
  readonly understander: Understander
  readonly gate: Gate
  readonly agent: Agent
  /** The state of each part: `ok` with what it says of itself, or `down`. */
  parts(context: CallContext): Promise<Readonly<Record<string, PartStatus>>>
  close(): Promise<void>
}

export interface PartStatus {
  readonly state: 'ok' | 'down'
  readonly [detail: string]: string | number
}

/** Makes a folder if need be, and makes sure before anything else that files can be written there. */
async function makeWritable(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
    await access(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new OperatorError(
      `${folder} can't be written (${(error as NodeJS.ErrnoException).code}); give this user the right to it, or set STATE_DIR or CACHE_DIR to another folder.`,
    )
  }
}

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

/** The shop of the settings and what understands its customers; all that evaluating intents needs. */
export async function openUnderstanding(config: Config, log: Log): Promise<{ shop: Shop; understander: Understander }> {
  const shop = await loadShop(config.shopFolder)
  const cacheFolder = join(config.cacheFolder, 'intent')
  return {
    shop,
    understander: await openUnderstander({ languageFolder: config.languageFolder, cacheFolder, shop, log }),
  }
}

/** What retrieval takes from the language: the embedder, and words that mean the same. */
export interface RetrievalLanguage {
  readonly embedder: Embedder
  readonly synonyms: SynonymGroups
}

export async function openLanguage({ languageFolder }: Config): Promise<RetrievalLanguage> {
  const [{ groups }, { associations }] = await Promise.all([
    readLanguageFile<{ groups: string[][] }>(languageFolder, 'synonyms.json'),
    readLanguageFile<{ associations: Record<string, string[]> }>(languageFolder, 'associations.json'),
  ])
  const oneWay = Object.entries(associations).map(([phrase, means]) => ({ phrase, means }))
  return { embedder: await openEmbedder({ kind: 'lexical' }), synonyms: [...groups, ...oneWay] }
}

export const openPassages = (settings: RetrieverSettings): Promise<Retriever> => openRetriever(settings)

function contactOf({ settings: { contact } }: Shop): string {
  return [contact.email, ...(contact.phone === undefined ? [] : [contact.phone])].join(' or ')
}

/** The shop's calendar day, worked out once a minute: writing dates is slow, and it is asked for with every answer. */
function createToday(clock: Clock, format: Format): () => string {
  let known = { minute: Number.NaN, day: '' }
  return () => {
    const now = clock.now()
    const minute = Math.floor(now.getTime() / 60_000)
    if (minute !== known.minute) known = { minute, day: format.day(now) }
    return known.day
  }
}

/** Opens every part from its settings. Throws OperatorError for what an operator can mend. */
export async function createServices(config: Config, clock: Clock, log: Logger): Promise<Services> {
  const metrics = createMetrics()
  for (const folder of [config.stateFolder, config.cacheFolder]) await makeWritable(folder)
  const [{ shop, understander }, templates, language] = await Promise.all([
    openUnderstanding(config, log),
    readLanguageFile<SmallTalk>(config.languageFolder, 'small-talk.json'),
    openLanguage(config),
  ])
  const { settings, catalog, documents, records, format } = shop
  const store = await openStore({
    folder: join(config.stateFolder, 'store'),
    records,
    anchorDate: settings.anchor_date ?? null,
    today: format.day(clock.now()),
    datesAsWritten: config.shopClock !== null,
    log,
  })
  const [sessions, graph, retriever] = await Promise.all([
    openSessions<Conversation>({ clock }),
    openGraph({ settings, products: catalog.all() }),
    openPassages({
      documents,
      folder: join(config.cacheFolder, 'passages'),
      chunking: config.chunking,
      ...language,
      vectors: config.vectorIndex,
      log,
    }),
  ])
  const today = createToday(clock, format)
  const gate = createGate({
    tools,
    ports: { shop, store, graph, retriever },
    kit: {
      format,
      catalog,
      shopName: settings.name,
      contact: contactOf(shop),
      get today() {
        return today()
      },
    },
    clock,
    deadline: config.toolDeadline,
    observer: metrics,
  })
  const agent: Agent = {
    understander,
    sessions,
    gate,
    catalog,
    format,
    clock,
    templates,
    greeting: settings.greeting,
    vocabulary: [
      settings.name,
      settings.greeting,
      contactOf(shop),
      ...settings.categories.flatMap(({ name, singular }) => [name, singular]),
      ...settings.specs.map(({ label }) => label),
    ],
    observer: metrics,
  }
  const parts = { store, sessions, graph, retriever }
  return {
    config,
    clock,
    log,
    metrics,
    shop,
    ...parts,
    understander,
    gate,
    agent,
    async parts(context) {
      const statuses = Object.entries(parts).map(async ([name, part]): Promise<[string, PartStatus]> => {
        try {
          return [name, { state: 'ok', ...(await part.status(context)) }]
        } catch (error) {
          log.warn({ part: name, err: error }, 'part is down')
          return [name, { state: 'down' }]
        }
      })
      return { catalog: { state: 'ok', products: catalog.size }, ...Object.fromEntries(await Promise.all(statuses)) }
    },
    async close() {
      await Promise.all(Object.values(parts).map((part) => part.close()))
    },
  }
}
