import { spawn } from 'node:child_process'
import { chmod, cp, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { Embedder } from '../embedder.ts'
import { defaultModel, openEmbedder, type SentenceSettings } from '../open-embedder.ts'
import { quietContext } from '../testing/contexts.ts'
import { embedderContract } from '../testing/embedder-contract.ts'
import { loopbackHub, serving } from '../testing/loopback-hub.ts'
import { modelsForTests } from '../testing/models-for-tests.ts'
import { readTokenizer } from '../testing/read-tokenizer.ts'
import { recordedLog } from '../testing/recorded-log.ts'
import { modelFiles } from './model-files.ts'
import { tokenIds } from './token-ids.ts'

const models = modelsForTests(`tests of ${defaultModel}`)
const modelsFolder = models ?? ''
const folder = join(modelsFolder, defaultModel)

async function open(source: SentenceSettings['source']) {
  const { log, lines } = recordedLog()
  const opened = openEmbedder({ kind: 'auto', source, log })
  onTestFinished(() => opened.close())
  return { embedder: await opened.better, lines }
}

async function openOrThrow(): Promise<Embedder> {
  const embedder = await openEmbedder({ kind: 'minilm', source: { modelsFolder }, log: recordedLog().log }).better
  if (embedder === null) throw new Error('MODELS_DIR has no model')
  return embedder
}

async function temporary(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'minilm-'))
  onTestFinished(() => rm(made, { recursive: true }))
  return made
}

describe.skipIf(models === null)('all-MiniLM-L6-v2', () => {
  embedderContract('MiniLM', openOrThrow)

  let embedder: Embedder
  beforeAll(async () => {
    embedder = await openOrThrow()
  })
  afterAll(() => embedder.close())
  const embed = (...texts: string[]) => embedder.embed(texts, quietContext())
  const cosine = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * b[i]!, 0)

  it('knows what is near in sense without a word in common', async () => {
    const [question, near, far] = await embed('Where is my package?', 'Delivery tracking', 'The phone has two cameras')
    expect(cosine(question!, near!)).toBeGreaterThan(cosine(question!, far!) + 0.2)
  })

  it('reads the first 254 tokens of a text and no more', async () => {
    const words = (count: number) => 'cable '.repeat(count)
    const [full, more, fewer] = await embed(words(254), `${words(254)} refund`, `${words(253)} refund`)
    expect(more).toEqual(full)
    expect(fewer).not.toEqual(full)
  })

  it('makes the same of a text whatever is embedded beside it', async () => {
    const [alone] = await embed('Is the warranty two years?')
    const [, beside] = await embed('a '.repeat(500), 'Is the warranty two years?', 'b')
    expect(beside).toEqual(alone)
  })

  it('takes lone surrogates, marks of its own and texts without spaces', async () => {
    const texts = [
      '\ud800 broken',
      '[SEP] [CLS] [PAD]',
      'x'.repeat(200_000),
      '東京'.repeat(50_000),
      'e\u0301'.repeat(9000),
    ]
    for (const vector of await embed(...texts)) expect(vector.every(Number.isFinite)).toBe(true)
  })

  it('leaves the thread that asks alone while it works', async () => {
    const chunks = Array.from(
      { length: 16 },
      (_, i) => `${i} ${'Items can be returned within thirty days. '.repeat(12)}`,
    )
    const progress = { turns: 0, done: false }
    const bulk = embed(...chunks).finally(() => {
      progress.done = true
    })
    while (!progress.done) {
      await setImmediate()
      progress.turns++
    }
    await bulk
    expect(progress.turns).toBeGreaterThan(10 * chunks.length)
  })

  it('cuts exactly where the whole text’s tokens would be cut', async () => {
    const encoder = await readTokenizer(folder)
    const texts = [
      '',
      'a',
      'the returns '.repeat(3000),
      `${' '.repeat(9000)}refund`,
      'ab'.repeat(9000),
      '東京'.repeat(5000),
    ]
    texts.push(
      `${'unbelievably '.repeat(400)}${'!?'.repeat(4000)}`,
      `${'x'.repeat(4050)} ${'tokenization '.repeat(500)}`,
    )
    for (const text of texts) {
      const whole = encoder.tokenizer.encode(text).ids
      const cut = whole.length <= 256 ? whole : [...whole.slice(0, 255), whole.at(-1)!]
      expect(tokenIds(encoder, text)).toEqual(cut.length === 2 || text === 'ab'.repeat(9000) ? [] : cut)
    }
  })

  it('is fetched from the hub under the name it has there', async () => {
    const files = Object.fromEntries(
      await Promise.all(modelFiles.map(async ({ path }) => [path, await readFile(join(folder, path))] as const)),
    )
    const hub = await loopbackHub(serving('Xenova/all-MiniLM-L6-v2', files))
    onTestFinished(() => hub.close())
    const { embedder: fetched, lines } = await open({ cacheFolder: await temporary(), hub: hub.address })
    expect(fetched?.id).toBe(embedder.id)
    expect(lines.map(({ message }) => message).filter((message) => message.includes('%'))).toHaveLength(3)
    expect(lines.length).toBeLessThan(10)
  })

  describe('with a damaged copy', () => {
    const weights = 'onnx/model_quantized.onnx'
    const cut = (path: string) => async (copy: string) => {
      const { length } = await readFile(join(copy, path))
      await truncate(join(copy, path), Math.floor(length / 2))
    }

    it.each<[string, (copy: string) => Promise<void>]>([
      ['weights cut short', cut(weights)],
      ['a tokenizer cut short', cut('tokenizer.json')],
      ['no tokenizer_config.json', (copy) => rm(join(copy, 'tokenizer_config.json'))],
      ['another width', (copy) => writeFile(join(copy, 'config.json'), '{"hidden_size": 768}')],
      [
        'garbled weights',
        async (copy) => {
          const bytes = await readFile(join(copy, weights))
          const start = Math.floor(bytes.length * 0.7)
          for (let i = start; i < start + 65_536; i++) bytes[i] = (i * 2654435761) >>> 13
          await writeFile(join(copy, weights), bytes)
        },
      ],
    ])('gives up on %s with one warning', async (_name, damage) => {
      const copies = await temporary()
      const copy = join(copies, defaultModel)
      for (const { path } of modelFiles) {
        await cp(join(folder, path), join(copy, path))
        await chmod(join(copy, path), 0o600)
      }
      await damage(copy)
      const { embedder: none, lines } = await open({ modelsFolder: copies })
      expect(none).toBeNull()
      expect(lines.map(({ level }) => level)).toEqual(['warn'])
    })
  })

  it.each([
    ['that is done, though it was not closed', ''],
    ['that ends in the middle of an index build', 'setTimeout(() => process.exit(0), 60)'],
  ])('leaves a process %s in peace', async (_name, last) => {
    const script = `
      import { openEmbedder } from ${JSON.stringify(new URL('../open-embedder.ts', import.meta.url).href)}
      const log = { debug() {}, info() {}, warn() {}, error() {} }
      const source = { modelsFolder: ${JSON.stringify(modelsFolder)} }
      const embedder = await openEmbedder({ kind: 'minilm', source, log }).better
      const context = { signal: new AbortController().signal, deadline: Infinity, degrade() {}, log }
      await embedder.embed(['hello'], context)
      ${last === '' ? '' : "embedder.embed(Array(64).fill('a long story '.repeat(90)), context).catch(() => {})"}
      ${last}`
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script])
    let printed = ''
    child.stderr.on('data', (data) => (printed += data))
    const code = await new Promise((resolve) => child.once('close', resolve))
    expect({ code, printed }).toEqual({ code: 0, printed: '' })
  })
})
