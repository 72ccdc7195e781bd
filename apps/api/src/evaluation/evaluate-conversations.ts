import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { CallContext, Change, ChatAnswer, Clock } from '@marketplace-agent/domain'
import type { Logger } from 'pino'
import { runTurn } from '../agent/run-turn.ts'
import { createClock } from '../clock.ts'
import { type Config, root } from '../config.ts'
import { type Knowledge, openKnowledge } from '../knowledge.ts'
import { type Services, createServices } from '../services.ts'
import type { ConversationScript } from './conversation-script.ts'
import { judge } from './judge.ts'
import { seededRandom, withTypo } from './typos.ts'

export interface Failure {
  readonly file: string
  readonly run: number
  /** From 1. */
  readonly turn: number
  readonly said: string
  readonly faults: readonly string[]
  readonly response: string
}

export interface ConversationReport {
  readonly conversations: number
  readonly turns: number
  /** Conversations of which every turn of the first run, without typos, was as expected. */
  readonly passed: number
  readonly pass_rate: number
  readonly runs: number
  /** The share of conversations that passed in every run (pass^k). */
  readonly pass_k: number
  readonly by_kind: Readonly<Record<string, { readonly conversations: number; readonly passed: number }>>
  readonly milliseconds_per_turn: number
  readonly failures: readonly Failure[]
}

export interface EvaluationOptions {
  readonly config: Config
  readonly log: Logger
  /** How often each is tried: the first time as written, then with seeded typos. */
  readonly runs: number
  readonly onProgress?: (done: number, of: number) => void
}

const context = (log: Logger): CallContext => ({
  signal: new AbortController().signal,
  deadline: Infinity,
  degrade: () => {},
  log,
})

const mostEntries = 1000

/** With sentence vectors in use, where they can be had. */
async function openSettled(config: Config, log: Logger): Promise<Knowledge> {
  const knowledge = await openKnowledge(config, log)
  await knowledge.settled
  return knowledge
}

/** Everything committed after an entry of the audit log, with the last entry there is. */
async function committedAfter(after: number, { store }: Services, log: Logger) {
  const entries = await store.auditEntries(after, mostEntries, context(log))
  const changes = entries.flatMap(({ event, changes: made }): readonly Change[] => (event === 'committed' ? made : []))
  return { changes, last: entries.at(-1)?.sequence ?? after }
}

async function say(message: string, sessionId: string, { agent, log }: Services): Promise<ChatAnswer> {
  const turn = runTurn(agent, {
    message,
    messageId: null,
    sessionId,
    strong: true,
    caller: { door: 'chat', staff: false, address: sessionId },
    proof: null,
    signal: new AbortController().signal,
    log,
  })
  for await (const event of turn) if (event.type === 'done') return event.answer
  throw new Error('The turn ended without an answer.')
}

async function tryScript(
  script: ConversationScript,
  run: number,
  services: Services,
): Promise<{ readonly failure: Failure | null; readonly milliseconds: number }> {
  const { log } = services
  const sessionId = services.identity.sessionIds.make()
  const random = seededRandom(run)
  let { last } = await committedAfter(0, services, log)
  let milliseconds = 0
  for (const [index, turn] of script.turns.entries()) {
    const said = [turn.say].flat().map((message) => (run === 1 ? message : withTypo(message, random)))
    const started = performance.now()
    const answers = await Promise.all(said.map((message) => say(message, sessionId, services)))
    milliseconds += performance.now() - started
    const answer = answers.at(-1) as ChatAnswer
    const written = await committedAfter(last, services, log)
    last = written.last
    const faults = judge(turn.expect ?? {}, answer, written.changes)
    if (faults.length > 0) {
      const failure = {
        file: script.file,
        run,
        turn: index + 1,
        said: said.join(' / '),
        faults,
        response: answer.response,
      }
      return { failure, milliseconds }
    }
  }
  return { failure: null, milliseconds }
}

/** Has every conversation with the agent as it is, each on records of its own, and says what wasn't as expected. */
export async function evaluateConversations(
  scripts: readonly ConversationScript[],
  { config, log, runs, onProgress }: EvaluationOptions,
): Promise<ConversationReport> {
  const knowledge = new Map<string, Promise<Knowledge>>()
  const failures: Failure[] = []
  const byKind: Record<string, { conversations: number; passed: number }> = {}
  let passed = 0
  let passedAll = 0
  let milliseconds = 0
  let turns = 0

  for (const [index, script] of scripts.entries()) {
    const shopFolder = script.shop === undefined ? config.shopFolder : resolve(root, script.shop)
    const known = knowledge.get(shopFolder) ?? openSettled({ ...config, shopFolder }, log)
    knowledge.set(shopFolder, known)
    const start = script.clock === undefined ? config.shopClock : new Date(script.clock)
    let all = true
    for (let run = 1; run <= runs; run++) {
      const stateFolder = await mkdtemp(join(tmpdir(), 'conversation-'))
      const clock: Clock = createClock(start)
      const own = { ...config, shopFolder, stateFolder, shopClock: start, smtpUrl: null, keepTurns: false }
      const services = await createServices(own, clock, log, await known)
      try {
        const { failure, milliseconds: taken } = await tryScript(script, run, services)
        milliseconds += taken
        if (failure !== null) failures.push(failure)
        all &&= failure === null
        if (run === 1) {
          const kind = (byKind[script.kind] ??= { conversations: 0, passed: 0 })
          kind.conversations++
          turns += script.turns.length
          if (failure === null) {
            passed++
            kind.passed++
          }
        }
      } finally {
        await services.close()
        await rm(stateFolder, { recursive: true, force: true })
      }
    }
    if (all) passedAll++
    onProgress?.(index + 1, scripts.length)
  }
  await Promise.all([...knowledge.values()].map(async (known) => (await known).close()))
  return {
    conversations: scripts.length,
    turns,
    passed,
    pass_rate: passed / scripts.length,
    runs,
    pass_k: passedAll / scripts.length,
    by_kind: byKind,
    milliseconds_per_turn: milliseconds / (turns * runs),
    failures,
  }
}
