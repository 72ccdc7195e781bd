import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Shop, loadShop } from '@marketplace-agent/catalog'
import {
  type CallContext,
  type Clock,
  type Format,
  type Log,
  OperatorError,
  readShopRules,
} from '@marketplace-agent/domain'
import { type ProductGraph, openGraph } from '@marketplace-agent/graph'
import { type Understander, openUnderstander } from '@marketplace-agent/intent'
import { type Embedder, openEmbedder } from '@marketplace-agent/llm'
import { type Mailer, createCourier, openMailer, readMailbox, systemSchedule } from '@marketplace-agent/mail'
import { type Retriever, type RetrieverSettings, type SynonymGroups, openRetriever } from '@marketplace-agent/rag'
import { type SessionStore, openSessions } from '@marketplace-agent/session'
import { type Store, type StoreOptions, makeFolder, openStore } from '@marketplace-agent/store'
import type { Logger } from 'pino'
import type { Conversation } from './agent/dialogue/conversation.ts'
import { type Gate, createGate } from './agent/gate.ts'
import type { Agent } from './agent/agent.ts'
import type { SmallTalk } from './agent/small-talk.ts'
import { type KeptProposal, proposalKeeping } from './agent/proposals.ts'
import type { Config } from './config.ts'
import { type Identity, openIdentity } from './identity/open-identity.ts'
import { type Metrics, createMetrics } from './plugins/metrics.ts'
import { newReference } from './reference.ts'
import type { WordsKit } from './tools/define-tool.ts'
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
  readonly identity: Identity
  readonly mailer: Mailer
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
    await makeFolder(folder)
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

/** The records of a folder; all that measuring commits needs. */
export const openRecords = (options: StoreOptions): Promise<Store> => openStore(options)

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

/** What a shop's customers may know, and what understands them: read once, never changed. */
export interface Knowledge {
  readonly shop: Shop
  readonly understander: Understander
  readonly templates: SmallTalk
  readonly graph: ProductGraph
  readonly retriever: Retriever
  close(): Promise<void>
}

/** Throws OperatorError for what an operator can mend. */
export async function openKnowledge(config: Config, log: Log): Promise<Knowledge> {
  await makeWritable(config.cacheFolder)
  const [{ shop, understander }, templates, language] = await Promise.all([
    openUnderstanding(config, log),
    readLanguageFile<SmallTalk>(config.languageFolder, 'small-talk.json'),
    openLanguage(config),
  ])
  const { settings, catalog, documents } = shop
  const [graph, retriever] = await Promise.all([
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
  const close = async () => {
    await Promise.all([graph.close(), retriever.close()])
  }
  return { shop, understander, templates, graph, retriever, close }
}

/**
 * Opens every part from its settings; with `knowledge` given that is used, and left open at the end. Throws
 * OperatorError for what an operator can mend.
 */
export async function createServices(
  config: Config,
  clock: Clock,
  log: Logger,
  knowledge?: Knowledge,
): Promise<Services> {
  const metrics = createMetrics()
  await makeWritable(config.stateFolder)
  const { shop, understander, templates, graph, retriever, close } = knowledge ?? (await openKnowledge(config, log))
  const { settings, catalog, records, format } = shop
  const opened = await openStore({
    folder: join(config.stateFolder, 'store'),
    records,
    anchorDate: settings.anchor_date ?? null,
    today: format.day(clock.now()),
    datesAsWritten: config.shopClock !== null,
    shop: settings.name,
    numbers: settings.numbers,
    log,
  })
  const store: Store = {
    ...opened,
    // Letters go out right after the commit that made them.
    async commit(commit, context) {
      const outcome = await opened.commit(commit, context)
      if (outcome.outcome === 'committed') courier.wake()
      return outcome
    },
  }
  const [sessions, proposals, identity, mailer] = await Promise.all([
    openSessions<Conversation>({ clock }),
    openSessions<KeptProposal>({ clock, ...proposalKeeping }),
    openIdentity({ given: config.tokenSecret, folder: config.stateFolder, store, clock }),
    openMailer({ smtpUrl: config.smtpUrl, folder: join(config.stateFolder, 'mail'), clock }),
  ])
  const today = createToday(clock, format)
  const kit: WordsKit = {
    format,
    catalog,
    shopName: settings.name,
    contact: contactOf(shop),
    get today() {
      return today()
    },
  }
  const courier = createCourier({
    store,
    mailer,
    clock,
    log,
    from:
      config.mailFrom === null
        ? { name: settings.name, address: settings.contact.email }
        : readMailbox(config.mailFrom),
    replyTo: settings.contact.email,
    schedule: systemSchedule,
    random: Math.random,
    onDelivered: () => metrics.letter('delivered'),
    onFailed: () => metrics.letter('failed'),
  })
  const gate = createGate({
    tools,
    ports: { shop, store, graph, retriever, rules: readShopRules(settings), clock, newReference, kit: () => kit },
    kit,
    clock,
    deadline: config.toolDeadline,
    observer: metrics,
    proposals,
    newProposalId: randomUUID,
    fingerprint: identity.fingerprint,
  })
  const agent: Agent = {
    understander,
    sessions,
    gate,
    prove: identity.prove,
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
  const parts = { store, sessions, graph, retriever, mailer }
  return {
    config,
    clock,
    log,
    metrics,
    shop,
    ...parts,
    understander,
    identity,
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
      // What sends letters ends before what it reads them from.
      await courier.close()
      await Promise.all([sessions, proposals, store, mailer].map((part) => part.close()))
      if (knowledge === undefined) await close()
    },
  }
}
