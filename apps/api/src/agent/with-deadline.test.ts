import { expect, it } from 'vitest'
import { createClock } from '../clock.ts'
import { withDeadline } from './with-deadline.ts'

const clock = createClock(null)
const context = (signal: AbortSignal) => ({
  signal,
  degrade: () => {},
  log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
})
const never = new AbortController().signal

it('gives what the work gives', async () => {
  expect(await withDeadline(1000, clock, context(never), async () => 'done')).toBe('done')
})

it('gives up on work that never ends, and tells it so', async () => {
  let told: AbortSignal | undefined
  const late = withDeadline(1, clock, context(never), ({ signal }) => {
    told = signal
    return new Promise(() => {})
  })
  await expect(late).rejects.toMatchObject({ code: 'deadline_exceeded' })
  expect(told?.aborted).toBe(true)
})

it('gives up when the caller hangs up', async () => {
  const abort = new AbortController()
  const work = withDeadline(10_000, clock, context(abort.signal), () => new Promise(() => {}))
  abort.abort()
  await expect(work).rejects.toMatchObject({ code: 'aborted' })
  await expect(withDeadline(10_000, clock, context(abort.signal), async () => 1)).rejects.toMatchObject({
    code: 'aborted',
  })
})
