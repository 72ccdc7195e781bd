import { type CallContext, type Clock, CodedError } from '@marketplace-agent/domain'

export type MonotonicClock = Pick<Clock, 'monotonic'>

/** The clock that a context's deadline is on. */
export const performanceClock: MonotonicClock = { monotonic: () => performance.now() }

/** The longest time that a timer takes, in milliseconds. */
const longestTimer = 2 ** 31 - 1

/**
 * Calls `stop` once, with CodedError `aborted` or `deadline_exceeded`, when the caller gives up or its deadline passes; at
 * once where that was before. The function returned ends the watch.
 */
export function whenStopped(
  { signal, deadline }: Pick<CallContext, 'signal' | 'deadline'>,
  clock: MonotonicClock,
  stop: (error: CodedError) => void,
): () => void {
  const left = deadline - clock.monotonic()
  const timer = left > 0 && left <= longestTimer ? setTimeout(onDeadline, left) : undefined

  function release() {
    clearTimeout(timer)
    signal.removeEventListener('abort', onAbort)
  }
  function onAbort() {
    release()
    stop(new CodedError('aborted', 'The call was stopped.', { cause: signal.reason }))
  }
  function onDeadline() {
    release()
    stop(new CodedError('deadline_exceeded', 'The call was not done in time.'))
  }

  if (signal.aborted) onAbort()
  else if (left <= 0) onDeadline()
  else signal.addEventListener('abort', onAbort, { once: true })
  return release
}
