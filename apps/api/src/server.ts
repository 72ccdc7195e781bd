import type { Server, ServerResponse } from 'node:http'
import { fileURLToPath } from 'node:url'
import { OperatorError } from '@marketplace-agent/domain'
import { buildApp } from './app.ts'
import { createClock } from './clock.ts'
import { type Config, environment, readConfig } from './config.ts'
import { createLogger } from './logger.ts'
import { createServices } from './services.ts'

const listenFaults: Readonly<Record<string, (config: Config) => string>> = {
  EADDRINUSE: ({ host, port }) =>
    `Port ${port} on ${host} is taken; end what uses it, or set PORT to another (0 takes a free one).`,
  EADDRNOTAVAIL: ({ host }) =>
    `HOST is ${host}, which is no address of this machine; 127.0.0.1 or 0.0.0.0 always works.`,
  ENOTFOUND: ({ host }) => `HOST is ${host}, which is no address of this machine; 127.0.0.1 or 0.0.0.0 always works.`,
  EACCES: ({ port }) => `This user may not listen on port ${port}; set PORT to one above 1023.`,
}

/** How many requests are being answered. */
function countRequests(server: Server): () => number {
  let count = 0
  server.on('request', (_request, response: ServerResponse) => {
    count++
    response.once('close', () => count--)
  })
  return () => count
}

/** Starts the server; the function given back stops it after the requests in flight. Throws OperatorError. */
export async function startServer(config: Config) {
  const log = createLogger(config)
  const services = await createServices(config, createClock(config.shopClock), log)
  const app = await buildApp(services)
  const inFlight = countRequests(app.server)
  let address: string
  try {
    address = await app.listen({ host: config.host, port: config.port })
  } catch (error) {
    await app.close()
    const fault = listenFaults[(error as NodeJS.ErrnoException).code ?? '']
    throw fault === undefined ? error : new OperatorError(fault(config), { cause: error })
  }
  return {
    address,
    shopName: services.shop.settings.name,
    async stop() {
      // Connections that a client keeps open, with or without a request so far, would hold up the end.
      const sweep = setInterval(() => {
        if (inFlight() === 0) app.server.closeAllConnections()
      }, 50)
      await app.close().finally(() => clearInterval(sweep))
      await services.close()
    },
  }
}

async function main() {
  const config = readConfig(environment())
  const { address, shopName, stop } = await startServer(config)
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
  process.stdout.write(`${shopName} is open: ${address}  API docs: ${address}/docs  and ${address}/redoc\n`)
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
