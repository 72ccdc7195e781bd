import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { quietContext } from '../testing/contexts.ts'
import { recordedLog } from '../testing/recorded-log.ts'
import { tinyModelFiles, tinyRuntime, writeModel } from '../testing/tiny/tiny-model.ts'
import { openWorkerEmbedder } from './worker-embedder.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tiny-'))
  await writeModel(folder, tinyModelFiles())
})
afterAll(() => rm(folder, { recursive: true }))

async function open({ inference = 20_000 } = {}) {
  const time = { now: 0 }
  const { log, lines } = recordedLog()
  const embedder = await openWorkerEmbedder({
    model: 'test/tiny',
    folder,
    runtime: tinyRuntime,
    limits: { loading: 20_000, inference },
    clock: { monotonic: () => time.now },
    log,
  })
  onTestFinished(() => embedder.close())
  const embed = (...texts: string[]) => embedder.embed(texts, quietContext())
  return { embedder, embed, time, lines }
}

const unavailable = expect.objectContaining({ code: 'unavailable' })

it('names model, precision and files in its id', async () => {
  const { embedder } = await open()
  expect(embedder.id).toMatch(/^test--tiny-int8-[0-9a-f]{12}-v1$/)
  expect(embedder).toMatchObject({ kind: 'semantic', dimensions: 64 })
})

it('answers a query that came after an index build before that is done', async () => {
  const { embed } = await open()
  const order: string[] = []
  const bulk = embed(...Array.from({ length: 50 }, (_, i) => `parcel ${i}`)).then(() => order.push('bulk'))
  const query = embed('price').then(() => order.push('query'))
  await Promise.all([bulk, query])
  expect(order).toEqual(['query', 'bulk'])
})

it('gives zeros for what has no word, or none that the model knows', async () => {
  const { embed } = await open()
  const [none, sign, unknown, known] = await embed('', '?! …', 'Ωμέγα ж', 'price')
  for (const vector of [none, sign, unknown]) expect(vector).toEqual(new Float32Array(64))
  expect(known).not.toEqual(new Float32Array(64))
})

it('fails one call when an inference fails, and says nothing of the text', async () => {
  const { embed, lines } = await open()
  const error: unknown = await embed('my secret fail').catch((error: unknown) => error)
  expect(error).toEqual(unavailable)
  expect((error as Error).cause).toBeUndefined()
  expect(await embed('price')).toHaveLength(1)
  expect(lines).toEqual([])
})

it('rejects what waits when its thread dies, and starts it again', async () => {
  const { embed, lines } = await open()
  const before = await embed('price')
  const outcomes = await Promise.allSettled([embed('crash'), embed('price'), embed('parcel', 'post', 'person')])
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  for (const outcome of outcomes) expect(outcome).toMatchObject({ reason: { code: 'unavailable' } })
  expect(await embed('price')).toEqual(before)
  expect(lines).toHaveLength(1)
  expect(JSON.stringify(lines)).not.toMatch(/crash|price|900/)
})

it('starts it three times in ten minutes at most', async () => {
  const { embed, time, lines } = await open()
  for (let i = 0; i < 4; i++) await expect(embed('crash')).rejects.toEqual(unavailable)
  await expect(embed('price')).rejects.toEqual(unavailable)
  expect(lines).toHaveLength(4)
  time.now += 11 * 60_000
  expect(await embed('price')).toHaveLength(1)
})

it('gives up a thread that hangs', async () => {
  const { embed } = await open({ inference: 300 })
  await expect(embed('hang')).rejects.toEqual(unavailable)
  expect(await embed('price')).toHaveLength(1)
})

it('rejects what waits when it is closed, and what comes after', async () => {
  const { embedder, embed } = await open()
  const waiting = embed(...Array.from({ length: 50 }, (_, i) => `parcel ${i}`))
  const closed = embedder.close()
  await expect(waiting).rejects.toEqual(unavailable)
  await closed
  await expect(embed('price')).rejects.toEqual(unavailable)
  await embedder.close()
})
