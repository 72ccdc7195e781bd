import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CallContext, ChatAnswer, Clock, ProofToken } from '@marketplace-agent/domain'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { type Logger, pino } from 'pino'
import { buildApp } from '../app.ts'
import { createClock } from '../clock.ts'
import { readConfig } from '../config.ts'
import { type Knowledge, openKnowledge } from '../knowledge.ts'
import { type Services, createServices } from '../services.ts'

/** The day the demo shop's records were written around. */
export const demoDay = '2026-02-05T12:00:00Z'

/** Trained once for all tests; a cache that doesn't fit what it was made from is made anew. */
export const sharedCache = 'node_modules/.cache/marketplace-agent/tests'

export interface TestApp {
  readonly app: FastifyInstance
  readonly services: Services
  readonly stateFolder: string
  /** For calls of ports by hand. */
  readonly context: CallContext
  /** Says something; a new conversation without a session id. */
  chat(message: string, sessionId?: string): Promise<ChatAnswer>
  send(method: 'GET' | 'POST' | 'DELETE', url: string, options?: SendOptions): Promise<LightMyRequestResponse>
  /** Proves an order's customer; throws where it isn't theirs. */
  prove(number: string, email: string, sessionId?: string): Promise<ProofToken>
  /** Ends it; the state folder stays where it was given. */
  stop(): Promise<void>
}

export interface SendOptions {
  readonly token?: string
  readonly body?: object
  readonly headers?: Readonly<Record<string, string>>
  /** The address it comes from. */
  readonly from?: string
}

export interface TestAppOptions {
  readonly environment?: Readonly<Record<string, string>>
  readonly log?: Logger
  readonly clock?: Clock
  /** One that is kept at the end; without it the app has its own. */
  readonly stateFolder?: string
  /** What several apps share; it stays open. */
  readonly knowledge?: Knowledge
  /** Changes the services before the app is built, to put a double in. */
  readonly change?: (services: Services) => Services
}

/** A clock that stands until it is moved. */
export function handClock(start: string = demoDay): Clock & { advance(minutes: number): void } {
  let passed = 0
  return {
    now: () => new Date(Date.parse(start) + passed),
    monotonic: () => passed,
    advance: (minutes) => {
      passed += minutes * 60_000
    },
  }
}

const readTestConfig = (stateFolder: string, environment: TestAppOptions['environment'] = {}) =>
  readConfig({
    STATE_DIR: stateFolder,
    CACHE_DIR: sharedCache,
    SHOP_CLOCK: demoDay,
    RATE_LIMIT: '0',
    EMBEDDER: 'lexical',
    WEB_DIR: 'none',
    ...environment,
  })

/** What the apps of one file can share. */
export const openTestKnowledge = () => openKnowledge(readTestConfig(tmpdir()), pino({ level: 'silent' }))

/** The whole app on a state folder of its own, spoken to without a socket. */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const state = options.stateFolder ?? (await mkdtemp(join(tmpdir(), 'marketplace-agent-')))
  const config = readTestConfig(state, options.environment)
  const log = options.log ?? pino({ level: 'silent' })
  const clock = options.clock ?? createClock(config.shopClock)
  const made = await createServices(config, clock, log, options.knowledge)
  const services = options.change?.(made) ?? made
  const app = await buildApp(services)
  const send: TestApp['send'] = (method, url, { token, body, headers, from } = {}) => {
    const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` }
    const request: InjectOptions = { method, url, headers: { ...authorization, ...headers } }
    return app.inject({
      ...request,
      ...(body !== undefined && { payload: body }),
      ...(from !== undefined && { remoteAddress: from }),
    })
  }
  async function ask<Answer>(url: string, body: object): Promise<Answer> {
    const response = await send('POST', url, { body })
    if (response.statusCode !== 200) throw new Error(`${response.statusCode} ${response.body}`)
    return response.json()
  }
  return {
    app,
    services,
    stateFolder: state,
    context: { signal: new AbortController().signal, deadline: Infinity, degrade: () => {}, log },
    send,
    chat: (message, sessionId) =>
      ask('/api/chat', sessionId === undefined ? { message } : { message, session_id: sessionId }),
    prove: (number, email, sessionId) =>
      ask('/api/proof', { number, email, ...(sessionId !== undefined && { session_id: sessionId }) }),
    async stop() {
      await app.close()
      await services.close()
      if (options.stateFolder === undefined) await rm(state, { recursive: true, force: true })
    },
  }
}
