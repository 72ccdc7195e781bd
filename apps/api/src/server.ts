import { fileURLToPath } from 'node:url'
import { OperatorError } from '@marketplace-agent/domain'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { createClock } from './clock.ts'
import { type Config, environment, readConfig } from './config.ts'
import { openListener } from './listener.ts'
import { createLogger } from './logger.ts'
import type { Services } from './services.ts'
import { buildStartingApp } from './starting-app.ts'

export interface OpenedApp {
  readonly app: FastifyInstance
  readonly services: Services
}

/** The app and all it stands on. Its modules are loaded here: that takes longer than to listen. */
export async function openApp(config: Config, log: Logger): Promise<OpenedApp> {
  const [{ buildApp }, { createServices }] = await Promise.all([import('./app.ts'), import('./services.ts')])
  const services = await createServices(config, createClock(config.shopClock), log)
  return { app: await buildApp(services), services }
}

export interface RunningServer {
  readonly address: string
  /** The app, once it answers; rejected where the start failed, with OperatorError where an operator can mend it. */
  readonly ready: Promise<OpenedApp>
  /** Stops after the requests in flight, and not in the middle of a start. */
  stop(): Promise<void>
}

/** Listens at once; until the app is ready, all but /health is answered by 503. Throws OperatorError. */
export async function startServer(config: Config, open: typeof openApp = openApp): Promise<RunningServer> {
  const log = createLogger(config)
  const starting = await buildStartingApp(config, log)
  const listener = await openListener(config, starting.routing)
  const start = async () => {
    try {
      const opened = await open(config, log)
      listener.answerWith(opened.app.routing)
      return opened
    } catch (error) {
      await listener.close()
      throw error
    }
  }
  const ready = start()
  return {
    address: listener.address,
    ready,
    async stop() {
      const closed = listener.close()
      const opened = await ready.catch(() => null)
      await opened?.app.close()
      await closed
      await opened?.services.close()
    },
  }
}

async function main() {
  const config = readConfig(environment())
  const { address, ready, stop } = await startServer(config)
  let stoppingSince: number | null = null
  const end = () => {
    if (stoppingSince !== null) {
      // Supervisors and npm repeat a signal at once; a second one of the user's own ends without waiting.
      if (performance.now() - stoppingSince > 1000) process.exit(1)
      return
    }
    stoppingSince = performance.now()
    setTimeout(() => process.exit(1), config.shutdownSeconds * 1000).unref()
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
  const { services } = await ready
  if (stoppingSince !== null) return
  const { name } = services.shop.settings
  process.stdout.write(`${name} is open: ${address}  API docs: ${address}/docs  and ${address}/redoc\n`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error: unknown) => {
    const line =
      error instanceof OperatorError
        ? error.message
        : error instanceof Error
          ? (error.stack ?? error.message)
          : String(error)
    process.stderr.write(`${line}\n`)
    process.exit(1)
  })
}
