import { setTimeout as sleep } from 'node:timers/promises'
import { CodedError } from '@marketplace-agent/domain'

/** Waits so many milliseconds. Throws CodedError `aborted` when the signal says so. */
export async function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(milliseconds, undefined, { signal })
  } catch {
    throw new CodedError('aborted', 'The request was given up.')
  }
}
