import { performance } from 'node:perf_hooks'
import type { Clock } from '@marketplace-agent/domain'

/** The shop's clock. With `start` it begins there and ticks on from the moment of this call. */
export function createClock(start: Date | null): Clock {
  const offset = (start ?? new Date()).getTime() - performance.now()
  return {
    now: start === null ? () => new Date() : () => new Date(offset + performance.now()),
    monotonic: () => performance.now(),
  }
}
