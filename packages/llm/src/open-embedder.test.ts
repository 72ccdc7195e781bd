import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { type EmbedderSettings, openEmbedder, type SentenceSettings } from './open-embedder.ts'
import { quietContext } from './testing/contexts.ts'
import { loopbackHub } from './testing/loopback-hub.ts'
import { recordedLog } from './testing/recorded-log.ts'

function open(settings: EmbedderSettings) {
  const opened = openEmbedder(settings)
  onTestFinished(() => opened.close())
  return opened
}

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'models-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

it('opens the lexical one alone where that is asked for', async () => {
  const { first, better, status } = open({ kind: 'lexical' })
  expect(first.kind).toBe('lexical')
  expect(await better).toBeNull()
  expect(status()).toEqual({ state: 'lexical' })
})

it.each<[SentenceSettings['kind'], boolean]>([
  ['auto', false],
  ['minilm', true],
])('goes on with the lexical one where %s finds no model, after one warning', async (kind, wanted) => {
  const { log, lines } = recordedLog()
  const { first, better, status } = open({ kind, source: { modelsFolder: await emptyFolder() }, log })
  expect(status()).toEqual({ state: 'opening' })
  expect(await first.embed(['hello'], quietContext())).toHaveLength(1)
  expect(await better).toBeNull()
  expect(status()).toEqual({ state: 'missing', wanted, reason: expect.stringContaining('config.json is missing') })
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatchObject({ level: 'warn', message: expect.stringMatching(/MODELS_DIR.*EMBEDDER=lexical/) })
})

it('ends a download under way when it is closed, without a warning', async () => {
  const { log, lines } = recordedLog()
  const reached = Promise.withResolvers<void>()
  const hub = await loopbackHub(() => reached.resolve())
  onTestFinished(() => hub.close())
  const source = { cacheFolder: await emptyFolder(), fetch, hub: hub.address }
  const { better, close } = open({ kind: 'auto', source, log })
  await reached.promise
  await close()
  expect(await better).toBeNull()
  expect(lines.filter(({ level }) => level === 'warn')).toEqual([])
})
