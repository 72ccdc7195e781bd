import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OperatorError } from '@marketplace-agent/domain'
import { expect, it, onTestFinished } from 'vitest'
import { type EmbedderSettings, openEmbedder } from './open-embedder.ts'
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

it('goes on with the lexical one where auto finds no model, after one warning', async () => {
  const { log, lines } = recordedLog()
  const { first, better, status } = open({ kind: 'auto', source: { modelsFolder: await emptyFolder() }, log })
  expect(status()).toEqual({ state: 'opening' })
  expect(await first.embed(['hello'], quietContext())).toHaveLength(1)
  expect(await better).toBeNull()
  expect(status()).toEqual({ state: 'missing', reason: expect.stringContaining('config.json is missing') })
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatchObject({ level: 'warn', message: expect.stringMatching(/MODELS_DIR.*EMBEDDER=lexical/) })
})

it('does not do without a model that is asked for by name', async () => {
  const { log, lines } = recordedLog()
  const { better } = open({ kind: 'minilm', source: { modelsFolder: await emptyFolder() }, log })
  await expect(better).rejects.toThrow(/^EMBEDDER=minilm: .*config.json is missing.*EMBEDDER=lexical/)
  await expect(better).rejects.toBeInstanceOf(OperatorError)
  expect(lines).toEqual([])
})

it('ends a download under way when it is closed, without a warning', async () => {
  const { log, lines } = recordedLog()
  const reached = Promise.withResolvers<void>()
  const hub = await loopbackHub(() => reached.resolve())
  onTestFinished(() => hub.close())
  const source = { cacheFolder: await emptyFolder(), hub: hub.address }
  const { better, close } = open({ kind: 'auto', source, log })
  await reached.promise
  await close()
  expect(await better).toBeNull()
  expect(lines.filter(({ level }) => level === 'warn')).toEqual([])
})
