import { spawn } from 'node:child_process'
import { lookup } from 'node:dns/promises'
import { once } from 'node:events'
import { chmod, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { OperatorError } from '@marketplace-agent/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig, root } from './config.ts'
import { startServer } from './server.ts'
import { startTestApp } from './testing/test-app.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'server-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const start = (environment: Record<string, string>) =>
  spawn(process.execPath, [join(import.meta.dirname, 'server.ts')], {
    env: {
      PORT: '0',
      STATE_DIR: join(folder, 'state'),
      CACHE_DIR: 'node_modules/.cache/marketplace-agent/tests',
      LOG_LEVEL: 'silent',
      EMBEDDER: 'lexical',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

async function failure(environment: Record<string, string>) {
  const child = start(environment)
  const lines: string[] = []
  createInterface({ input: child.stderr }).on('line', (line) => lines.push(line))
  const [code] = (await once(child, 'close')) as [number]
  return { code, lines }
}

/** A copy of the demo shop with one record changed. */
async function brokenShop(): Promise<string> {
  const shop = join(folder, 'shop')
  await cp(join(root, 'data/shop'), shop, { recursive: true })
  const path = join(shop, 'records/orders.json')
  const orders = JSON.parse(await readFile(path, 'utf8'))
  orders[1].items[0].product_id = 999
  await writeFile(path, JSON.stringify(orders))
  return shop
}

describe('what an operator can mend is one line and exit code 1', { timeout: 20_000 }, () => {
  it('a taken port', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const { port } = taken.address() as { port: number }
    const { code, lines } = await failure({ PORT: String(port) })
    taken.close()
    expect(code).toBe(1)
    expect(lines).toEqual([expect.stringMatching(`Port ${port} .* is taken; .*PORT`)])
  })

  it('a wrong setting', async () => {
    const { code, lines } = await failure({ RATE_LIMIT: 'many', SHOP_CLOCK: 'noon' })
    expect(code).toBe(1)
    expect(lines).toEqual([expect.stringMatching(/RATE_LIMIT.*SHOP_CLOCK/)])
  })

  it('a folder that is no shop', async () => {
    const { code, lines } = await failure({ SHOP_DIR: join(folder, 'nothing') })
    expect(code).toBe(1)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/there is no folder .*nothing/)
  })

  it('a broken record, by file, record and field', async () => {
    const { code, lines } = await failure({ SHOP_DIR: await brokenShop() })
    expect(code).toBe(1)
    expect(lines.join('\n')).toMatch(/records\/orders\.json, ORD-\d+, items\[0\]\.product_id: .*999/)
  })

  it('a state folder that cannot be written', async () => {
    const locked = join(folder, 'locked')
    await writeFile(locked, 'a file where a folder should be')
    await chmod(locked, 0o400)
    const { code, lines } = await failure({ STATE_DIR: locked })
    expect(code).toBe(1)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain(locked)
  })
})

it.each(['SIGTERM', 'SIGINT'] as const)(
  'says where it is, and ends with 0 on %s',
  { timeout: 20_000 },
  async (signal) => {
    const child = start({})
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
    expect(line).toMatch(/http:\/\/127\.0\.0\.1:\d+\/docs/)
    // A browser opens connections ahead of need; they must not hold up the end.
    const idle = connect(Number(/:(\d+)\/docs/.exec(line)?.[1]), '127.0.0.1').on('error', () => {})
    await once(idle, 'connect')
    const ended = once(child, 'exit')
    child.kill(signal)
    expect(await ended).toEqual([0, null])
  },
)

/** A port that is free now. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

interface Answer {
  readonly status: number
  readonly code: string | undefined
  readonly headers: IncomingHttpHeaders
  /** The client's end of the connection: the same number is the same connection. */
  readonly connection: number
}

/** A client of one connection, kept open from request to request. */
function oneConnection(address: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const ask = (path: string, body?: string) =>
    new Promise<Answer>((resolve, reject) => {
      const method = body === undefined ? 'GET' : 'POST'
      const sent = request(new URL(path, address), { agent, method, headers: { 'content-type': 'application/json' } })
      sent.on('error', reject).on('response', (response) => {
        const { statusCode, headers, socket } = response
        const connection = socket.localPort as number
        text(response)
          .then((answer) => JSON.parse(answer) as { code?: string })
          .then(({ code }) => resolve({ status: statusCode as number, code, headers, connection }))
          .catch(reject)
      })
      sent.end(body)
    })
  return { ask, close: () => agent.destroy() }
}

/** The server in this process, on an app that is there once it is let. */
async function startHeld(environment: Record<string, string> = {}) {
  const test = await startTestApp()
  const held = Promise.withResolvers<void>()
  let closed = 0
  const services = { ...test.services, close: async () => void closed++ }
  const config = readConfig({ PORT: '0', LOG_LEVEL: 'silent', ...environment })
  const server = await startServer(config, async () => {
    await held.promise
    return { app: test.app, services }
  })
  return { ...test, server, held, timesClosed: () => closed }
}

describe('while it starts', () => {
  it('is alive, and says of all else to ask again', async () => {
    const { server, held, stop } = await startHeld({ CORS_ORIGINS: 'https://shop.example' })
    const client = oneConnection(server.address)
    expect((await client.ask('/health')).status).toBe(200)
    for (const [path, body] of [
      ['/ready'],
      ['/api/shop'],
      ['/nothing'],
      ['/api/chat', '{"message":'],
      ['/docs'],
    ] as const) {
      const { status, code, headers } = await client.ask(path, body)
      expect([status, code], path).toEqual([503, 'starting'])
      expect(headers, path).toMatchObject({
        'content-type': expect.stringContaining('application/problem+json'),
        'retry-after': '1',
        'x-content-type-options': 'nosniff',
      })
    }
    client.close()
    held.resolve()
    await server.stop()
    await stop()
  })

  it('hands over without losing a connection', async () => {
    const { server, held, stop } = await startHeld()
    const client = oneConnection(server.address)
    const before = await client.ask('/ready')
    held.resolve()
    await server.ready
    const after = await client.ask('/ready')
    expect([before.status, after.status]).toEqual([503, 200])
    expect(after.connection).toBe(before.connection)
    client.close()
    await server.stop()
    await stop()
  })

  it('can be stopped; what was opened meanwhile is closed', async () => {
    const { server, held, stop, timesClosed } = await startHeld()
    const stopped = server.stop()
    await expect(fetch(`${server.address}/health`)).rejects.toThrow('fetch failed')
    held.resolve()
    await stopped
    expect(timesClosed()).toBe(1)
    await stop()
  })

  it('gives the port back when the start fails', async () => {
    const { server, held, stop } = await startHeld()
    held.reject(new OperatorError('The shop is broken.'))
    await expect(server.ready).rejects.toThrow('The shop is broken.')
    await expect(fetch(`${server.address}/health`)).rejects.toThrow('fetch failed')
    await server.stop()
    await stop()
  })

  it('answers at every address of localhost', async () => {
    const { server, held, stop } = await startHeld({ HOST: 'localhost' })
    const { port } = new URL(server.address)
    for (const { address, family } of await lookup('localhost', { all: true })) {
      const answer = await fetch(`http://${family === 6 ? `[${address}]` : address}:${port}/health`)
      expect(answer.status, address).toBe(200)
    }
    held.resolve()
    await server.stop()
    await stop()
  })

  it.each([
    ['when it is ready', 200],
    ['before that', 503],
  ])(
    'refuses no connection from its first answer on, and ends with 0 on SIGTERM %s',
    { timeout: 20_000 },
    async (_when, last) => {
      const port = await freePort()
      const child = start({ PORT: String(port) })
      const ended = once(child, 'exit')
      const client = oneConnection(`http://127.0.0.1:${port}`)
      const answers: Answer[] = []
      do {
        const answer = await client.ask('/ready').catch((error: unknown) => {
          // Before it listens there is nothing to connect to; after its first answer that would be a fault.
          if (answers.length > 0) throw error
        })
        if (answer === undefined) await setTimeout(5)
        else answers.push(answer)
      } while (answers.every(({ status }) => status !== last && status !== 200))
      client.close()
      expect(new Set(answers.map(({ connection }) => connection)).size).toBe(1)
      for (const { status, code } of answers) if (status !== 200) expect([status, code]).toEqual([503, 'starting'])
      child.kill('SIGTERM')
      expect(await ended).toEqual([0, null])
    },
  )
})

it('finishes the requests in flight before it closes', async () => {
  const begun = Promise.withResolvers<void>()
  const release = Promise.withResolvers<void>()
  const test = await startTestApp({
    change(services) {
      const { order } = services.store
      Object.assign(services.store, {
        async order(...call: Parameters<typeof order>) {
          begun.resolve()
          await release.promise
          return order(...call)
        },
      })
      return services
    },
  })
  const config = readConfig({ PORT: '0', LOG_LEVEL: 'silent' })
  const services = { ...test.services, close: async () => {} }
  const server = await startServer(config, async () => ({ app: test.app, services }))
  await server.ready
  const answer = fetch(`${server.address}/api/orders/ORD-1002/tracking`)
  await begun.promise
  const stopped = server.stop()
  release.resolve()
  expect((await answer).status).toBe(200)
  await stopped
  await expect(fetch(`${server.address}/health`)).rejects.toThrow('fetch failed')
  await test.stop()
})
