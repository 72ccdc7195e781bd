import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../../..')

export interface ShopServer {
  /** Where the API is, and the built app that it serves. */
  readonly address: string
  close: () => Promise<void>
}

/** The line in which the API says where it listens. */
function listening(api: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let heard = ''
    const hear = (chunk: Buffer) => {
      heard += String(chunk)
      const address = /http:\/\/127[.]0[.]0[.]1:\d+(?=\D)/.exec(heard)?.[0]
      if (address !== undefined) found(address)
    }
    api.stdout?.on('data', hear)
    api.stderr?.on('data', hear)
    api.once('exit', () => failed(new Error(`The API did not start:\n${heard}`)))
  })
}

/** The real API over a fresh state, its clock started at a known instant, or the one that runs at SHOP_API. */
export async function openShop(settings: Readonly<Record<string, string>> = {}): Promise<ShopServer> {
  const running = process.env['SHOP_API']
  if (running !== undefined) return { address: running, close: async () => {} }
  const state = await mkdtemp(join(tmpdir(), 'shop-state-'))
  const api = spawn(process.execPath, [join(root, 'apps/api/src/server.ts')], {
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: '0',
      STATE_DIR: state,
      // What can be made again is made once for all runs.
      CACHE_DIR: join(tmpdir(), 'shop-cache'),
      SHOP_CLOCK: '2026-02-05T17:00:00Z',
      RATE_LIMIT: '0',
      LOG_LEVEL: 'warn',
      EMBEDDER: 'lexical',
      ...settings,
    },
  })
  return {
    address: await listening(api),
    async close() {
      const ended = new Promise((end) => api.once('exit', end))
      api.kill('SIGTERM')
      await ended
      await rm(state, { recursive: true, force: true })
    },
  }
}
