import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from './config.ts'
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
  const address = await test.app.listen({ host: '127.0.0.1', port: 0 })
  const answer = fetch(`${address}/api/orders/ORD-1002/tracking`)
  await begun.promise
  const closed = test.app.close()
  release.resolve()
  expect((await answer).status).toBe(200)
  await closed
  await expect(fetch(`${address}/health`)).rejects.toThrow('fetch failed')
  await test.stop()
})
