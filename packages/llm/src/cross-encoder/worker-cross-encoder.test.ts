import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { quietContext } from '../testing/contexts.ts'
import { recordedLog } from '../testing/recorded-log.ts'
import { misfortunateRuntime, tinyCrossEncoderFiles } from '../testing/tiny/tiny-cross-encoder.ts'
import { writeModel } from '../testing/tiny/tiny-model.ts'
import { openCrossEncoder } from './worker-cross-encoder.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pairs-'))
  await writeModel(folder, tinyCrossEncoderFiles())
})
afterAll(() => rm(folder, { recursive: true }))

async function open({ inference = 20_000 } = {}) {
  const { log, lines } = recordedLog()
  const clock = { monotonic: () => 1000 }
  const limits = { inference }
  const scorer = await openCrossEncoder({ folder, runtime: misfortunateRuntime, limits, clock, log })
  onTestFinished(() => scorer.close())
  const score = (query: string, ...texts: string[]) => scorer.score(query, texts, quietContext())
  return { scorer, score, lines }
}

const unavailable = expect.objectContaining({ code: 'unavailable' })
/** Some seconds' work. */
const many = Array.from({ length: 5000 }, () => 'parcel')

it('rejects what waits when its thread dies, and starts it again', async () => {
  const { score, lines } = await open()
  const outcomes = await Promise.allSettled([score('refund', 'cable', 'crash'), score('refund', 'refund')])
  for (const outcome of outcomes) expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'unavailable' } })
  expect(await score('refund', 'refund', 'cable')).toEqual(Float32Array.of(1, 0))
  expect(lines).toEqual([
    { level: 'warn', fields: expect.anything(), message: expect.stringContaining('The cross-encoder failed') },
  ])
  expect(JSON.stringify(lines)).not.toMatch(/crash|refund|cable|900/)
})

it('fails one call when an inference fails, and says nothing of the text', async () => {
  const { score, lines } = await open()
  const error: unknown = await score('refund', 'my secret fail').catch((error: unknown) => error)
  expect(error).toEqual(unavailable)
  expect(String(error)).not.toMatch(/secret|refund|902/)
  expect((error as Error).cause).toBeUndefined()
  expect(await score('refund', 'refund')).toEqual(Float32Array.of(1))
  expect(lines).toEqual([])
})

it('gives up a thread that hangs', async () => {
  const { score } = await open({ inference: 1000 })
  await expect(score('refund', 'hang')).rejects.toEqual(unavailable)
  expect(await score('refund', 'refund')).toEqual(Float32Array.of(1))
})

it('stops when it is told to, and drops the rest', async () => {
  const { scorer, score } = await open()
  await expect(scorer.score('q', ['a'], quietContext(AbortSignal.abort()))).rejects.toMatchObject({ code: 'aborted' })
  const caller = new AbortController()
  const given = scorer.score('parcel', [...many, 'crash'], quietContext(caller.signal))
  caller.abort()
  await expect(given).rejects.toMatchObject({ code: 'aborted' })
  expect(await score('refund', 'refund')).toEqual(Float32Array.of(1))
})

it.each([999, 1005])('is done by the deadline or not at all (%i)', async (deadline) => {
  const { scorer } = await open()
  const late = scorer.score('parcel', many, { ...quietContext(), deadline })
  await expect(late).rejects.toMatchObject({ code: 'deadline_exceeded' })
})

it('rejects what waits when it is closed, and what comes after', async () => {
  const { scorer, score } = await open()
  const waiting = score('parcel', ...many)
  const closed = scorer.close()
  await expect(waiting).rejects.toEqual(unavailable)
  await closed
  await expect(score('parcel', 'parcel')).rejects.toEqual(unavailable)
  await scorer.close()
})
