import { expect, it } from 'vitest'
import { wait } from './wait.ts'

it('waits, and gives up when the request is', async () => {
  await wait(1, new AbortController().signal)
  await expect(wait(60_000, AbortSignal.abort())).rejects.toMatchObject({ code: 'aborted' })
  const abort = new AbortController()
  const waiting = wait(60_000, abort.signal)
  abort.abort()
  await expect(waiting).rejects.toMatchObject({ code: 'aborted' })
})
