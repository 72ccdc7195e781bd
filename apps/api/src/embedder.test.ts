import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { cp, mkdtemp, readdir, rm, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { modelsForTests } from '@marketplace-agent/llm/testing'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, startTestApp } from './testing/test-app.ts'

const model = 'sentence-transformers/all-MiniLM-L6-v2'
const models = modelsForTests('starts with MiniLM')
const question = 'How do I return something?'

let folder: string
let running: TestApp | null = null
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'embedder-'))
})
afterEach(async () => {
  await running?.stop()
  running = null
})
afterAll(() => rm(folder, { recursive: true }))

/** An app whose log is kept, by the level of its lines. */
async function start(environment: Record<string, string>) {
  const lines: { readonly level: number; readonly msg: string }[] = []
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line)) })
  running = await startTestApp({ environment: { CACHE_DIR: join(folder, 'cache'), ...environment }, log })
  const said = (level: number) => lines.filter((line) => line.level === level).map(({ msg }) => msg)
  return { test: running, warnings: () => said(40), notes: () => said(30) }
}

const embedderOf = async (test: TestApp) => {
  const ready = await test.send('GET', '/ready')
  expect(ready.statusCode).toBe(200)
  return ready.json().parts
}

/** The shop as it is without a sentence model: it answers, and has said once what is missing. */
async function expectWords({ test, warnings }: Awaited<ReturnType<typeof start>>) {
  expect((await test.chat(question)).sources).not.toEqual([])
  await test.services.settled
  expect((await test.chat(question)).sources).not.toEqual([])
  expect((await embedderOf(test)).retriever.embedder).toMatch(/^lexical/)
  expect(warnings()).toHaveLength(1)
}

describe('without a model', () => {
  it('goes on with words, and says once which folder has none', async () => {
    const none = join(folder, 'none')
    const started = await start({ EMBEDDER: 'auto', MODELS_DIR: none })
    await expectWords(started)
    expect(started.warnings()[0]).toContain(none)
    expect((await started.test.chat(question)).degraded).toEqual([])
    expect((await embedderOf(started.test)).embedder).toMatchObject({ state: 'ok', adapter: 'lexical' })
  })

  it('does not start where MiniLM was asked for', async () => {
    const none = join(folder, 'none')
    await expect(start({ EMBEDDER: 'minilm', MODELS_DIR: none })).rejects.toThrow(
      `EMBEDDER=minilm: the sentence model can't be used: ${none}`,
    )
  })

  it('goes on where the hub refuses', async () => {
    const hub = createServer((_request, response) => response.writeHead(500).end())
    await new Promise<void>((resolve) => hub.listen(0, '127.0.0.1', resolve))
    try {
      const { port } = hub.address() as AddressInfo
      const started = await start({ EMBEDDER: 'auto', MODEL_HUB: `http://127.0.0.1:${port}` })
      await expectWords(started)
      expect((await embedderOf(started.test)).embedder).toMatchObject({ state: 'ok', adapter: 'lexical' })
    } finally {
      hub.close()
    }
  })

  it('goes on by features where a cross-encoder is named that is none', async () => {
    const { test, warnings } = await start({ EMBEDDER: 'lexical', RERANKER_DIR: join(folder, 'none') })
    await test.services.settled
    expect((await test.chat(question)).sources).not.toEqual([])
    expect(warnings()).toEqual([expect.stringContaining(`RERANKER_DIR: The cross-encoder in ${join(folder, 'none')}`)])
  })

  it('looks for none where only words are wanted', async () => {
    const { test, warnings } = await start({ EMBEDDER: 'lexical', MODELS_DIR: join(folder, 'none') })
    await test.services.settled
    expect(warnings()).toEqual([])
  })
})

describe.skipIf(models === null)('with MiniLM', () => {
  const given = models ?? ''

  it('answers at once by words, then by sentence vectors, and embeds nothing again', { timeout: 120_000 }, async () => {
    const first = await start({ EMBEDDER: 'auto', MODELS_DIR: given })
    expect((await first.test.chat(question)).sources).not.toEqual([])
    const told = new Set<string>()
    const settled = first.test.services.settled.then(() => true)
    while (!(await Promise.race([settled, setTimeout(20, false)]))) {
      const { embedder } = await embedderOf(first.test)
      told.add(`${embedder.state} ${embedder.adapter} ${embedder.next}`)
    }
    told.delete('ok lexical opening')
    expect([...told].filter((each) => !each.includes('MiniLM'))).toEqual(['ok lexical changing'])
    expect(first.warnings()).toEqual([])
    const parts = await embedderOf(first.test)
    expect(parts.embedder.adapter).toContain('MiniLM')
    expect(parts.retriever.embedder).toBe(parts.embedder.adapter)
    expect(first.test.services.understander.classifier).toBe('cascade')
    expect((await first.test.chat(question)).sources[0]?.document_id).toMatch(/return/)
    await first.test.stop()

    const again = await start({ EMBEDDER: 'auto', MODELS_DIR: given })
    await again.test.services.settled
    expect((await embedderOf(again.test)).retriever.embedder).toBe(parts.embedder.adapter)
    expect(again.notes().filter((note) => /trained|vectors saved/.test(note))).toEqual([])
  })

  it.each(['onnx/model_quantized.onnx', 'tokenizer.json', 'config.json'])(
    'goes on with words where %s is cut short',
    async (file) => {
      const copy = join(folder, `cut-${(await readdir(folder)).length}`)
      await cp(join(given, model), join(copy, model), { recursive: true })
      await truncate(join(copy, model, file), 300)
      const started = await start({ EMBEDDER: 'auto', MODELS_DIR: copy })
      await expectWords(started)
      expect(started.warnings()[0]).toContain(file)
    },
  )

  it('ends in the middle of it', async () => {
    const { test, warnings } = await start({
      EMBEDDER: 'auto',
      MODELS_DIR: given,
      CACHE_DIR: join(folder, 'cold'),
    })
    expect((await test.chat(question)).sources).not.toEqual([])
    await test.stop()
    running = null
    expect(warnings()).toEqual([])
  })
})
