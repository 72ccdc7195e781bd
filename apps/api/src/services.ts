import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Shop } from '@marketplace-agent/catalog'
import { type CallContext, type Clock, type Format, readShopRules } from '@marketplace-agent/domain'
import type { ProductGraph } from '@marketplace-agent/graph'
import type { Understander } from '@marketplace-agent/intent'
import { type Mailer, createCourier, openMailer, readMailbox, systemSchedule } from '@marketplace-agent/mail'
import { type Retriever, type RetrieverSettings, openRetriever } from '@marketplace-agent/rag'
import { type SessionStore, openSessions } from '@marketplace-agent/session'
import { type Store, type StoreOptions, openStore } from '@marketplace-agent/store'
import type { Logger } from 'pino'
import type { Conversation } from './agent/dialogue/conversation.ts'
import { type Gate, createGate } from './agent/gate.ts'
import type { Agent } from './agent/agent.ts'
import { figuresOf } from './agent/ground.ts'
import { type KeptProposal, proposalKeeping } from './agent/kept-proposal.ts'
import type { Config } from './config.ts'
import { type Identity, openIdentity } from './identity/open-identity.ts'
import { type Knowledge, openKnowledge } from './knowledge.ts'
import { makeWritable } from './make-writable.ts'
import { openKeptTurns, openTurnKeeper } from './kept-turns/open-kept-turns.ts'
import type { KeptTurns } from './kept-turns/port.ts'
import type { ClosableTurnKeeper } from './kept-turns/turn-keeper.ts'
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
  readonly keptTurns: KeptTurns
  readonly keeper: ClosableTurnKeeper
  readonly gate: Gate
  readonly agent: Agent
  /** Done when sentence vectors are in use, or can't be had; never rejected. */
  readonly settled: Promise<void>
  /** The state of each part: `ok` with what it says of itself, `degraded` (something else stands in for it), or `down`. */
  parts(context: CallContext): Promise<Readonly<Record<string, PartStatus>>>
  close(): Promise<void>
}

export interface PartStatus {
  readonly state: 'ok' | 'degraded' | 'down'
  readonly [detail: string]: string | number
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
  const known = knowledge ?? (await openKnowledge(config, log))
  const { shop, understander, templates, graph, retriever } = known
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
  const keptTurns = openKeptTurns(config, clock)
  const keeper = openTurnKeeper(config.keepTurns, {
    kept: keptTurns,
    shop,
    understander,
    store,
    schedule: systemSchedule,
    log,
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
    ownFigures: figuresOf([
      settings.name,
      settings.greeting,
      contactOf(shop),
      ...settings.categories.flatMap(({ name, singular }) => [name, singular]),
      ...settings.specs.map(({ label }) => label),
    ]),
    observer: metrics,
    keeper,
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
    settled: known.settled,
    identity,
    keptTurns,
    keeper,
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
      return {
        catalog: { state: 'ok', products: catalog.size },
        embedder: { state: 'ok', ...known.embedder() },
        ...Object.fromEntries(await Promise.all(statuses)),
      }
    },
    async close() {
      // What sends letters ends before what it reads them from.
      await Promise.all([courier.close(), keeper.close()])
      await Promise.all([sessions, proposals, store, mailer].map((part) => part.close()))
      if (knowledge === undefined) await known.close()
    },
  }
}
