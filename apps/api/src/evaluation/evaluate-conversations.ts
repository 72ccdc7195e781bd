import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { CallContext, Change, ChatAnswer } from '@marketplace-agent/domain'
import type { Logger } from 'pino'
import { takeTurn } from '../agent/run-turn.ts'
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

const say = (message: string, sessionId: string, { agent, log }: Services): Promise<ChatAnswer> =>
  takeTurn(agent, {
    message,
    messageId: null,
    sessionId,
    strong: true,
    caller: { door: 'chat', staff: false, address: sessionId },
    proof: null,
    signal: new AbortController().signal,
    log,
  })

/** Up to the first turn that isn't as expected. */
async function tryScript(
  script: ConversationScript,
  run: number,
  services: Services,
): Promise<{ readonly failure: Failure | null; readonly turns: number; readonly milliseconds: number }> {
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
      return { failure, turns: index + 1, milliseconds }
    }
  }
  return { failure: null, turns: script.turns.length, milliseconds }
}

/** Tries a script once, on records of its own. */
async function tryOnce(script: ConversationScript, run: number, config: Config, log: Logger, knowledge: Knowledge) {
  const stateFolder = await mkdtemp(join(tmpdir(), 'conversation-'))
  try {
    const own = { ...config, stateFolder, smtpUrl: null, keepTurns: false }
    const services = await createServices(own, createClock(config.shopClock), log, knowledge)
    try {
      return await tryScript(script, run, services)
    } finally {
      await services.close()
    }
  } finally {
    await rm(stateFolder, { recursive: true, force: true })
  }
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
  let tried = 0

  try {
    for (const [index, script] of scripts.entries()) {
      const shopFolder = script.shop === undefined ? config.shopFolder : resolve(root, script.shop)
      const known = knowledge.get(shopFolder) ?? openSettled({ ...config, shopFolder }, log)
      knowledge.set(shopFolder, known)
      const shopClock = script.clock === undefined ? config.shopClock : new Date(script.clock)
      let all = true
      for (let run = 1; run <= runs; run++) {
        const taken = await tryOnce(script, run, { ...config, shopFolder, shopClock }, log, await known)
        const { failure } = taken
        milliseconds += taken.milliseconds
        tried += taken.turns
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
      }
      if (all) passedAll++
      onProgress?.(index + 1, scripts.length)
    }
  } finally {
    await Promise.allSettled([...knowledge.values()].map(async (known) => (await known).close()))
  }
  return {
    conversations: scripts.length,
    turns,
    passed,
    pass_rate: passed / scripts.length,
    runs,
    pass_k: passedAll / scripts.length,
    by_kind: byKind,
    milliseconds_per_turn: milliseconds / tried,
    failures,
  }
}
