import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ChatAnswer } from '@marketplace-agent/domain'
import type { FastifyInstance } from 'fastify'
import { type Logger, pino } from 'pino'
import { buildApp } from '../app.ts'
import { createClock } from '../clock.ts'
import { readConfig } from '../config.ts'
import { type Services, createServices } from '../services.ts'

/** The day the demo shop's records were written around. */
export const demoDay = '2026-02-05T12:00:00Z'

/** Trained once for all tests; a cache that doesn't fit what it was made from is made anew. */
const sharedCache = 'node_modules/.cache/marketplace-agent/tests'

export interface TestApp {
  readonly app: FastifyInstance
  readonly services: Services
  /** Says something; a new conversation without a session id. */
  chat(message: string, sessionId?: string): Promise<ChatAnswer>
  stop(): Promise<void>
}

export interface TestAppOptions {
  readonly environment?: Readonly<Record<string, string>>
  readonly log?: Logger
  /** Changes the services before the app is built, to put a double in. */
  readonly change?: (services: Services) => Services
}

/** The whole app on a state folder of its own, spoken to without a socket. */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const state = await mkdtemp(join(tmpdir(), 'marketplace-agent-'))
  const config = readConfig({
    STATE_DIR: state,
    CACHE_DIR: sharedCache,
    SHOP_CLOCK: demoDay,
    RATE_LIMIT: '0',
    ...options.environment,
  })
  const log = options.log ?? pino({ level: 'silent' })
  const made = await createServices(config, createClock(config.shopClock), log)
  const services = options.change?.(made) ?? made
  const app = await buildApp(services)
  return {
    app,
    services,
    async chat(message, sessionId) {
      const body = sessionId === undefined ? { message } : { message, session_id: sessionId }
      const response = await app.inject({ method: 'POST', url: '/api/chat', payload: body })
      if (response.statusCode !== 200) throw new Error(`${response.statusCode} ${response.body}`)
      return response.json()
    },
    async stop() {
      await app.close()
      await services.close()
      await rm(state, { recursive: true, force: true })
    },
  }
}
