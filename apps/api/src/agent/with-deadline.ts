import { type CallContext, type Clock, CodedError } from '@marketplace-agent/domain'

/**
 * Runs work for so many milliseconds at most. What is late, or whose request was given up, is rejected with
 * CodedError `deadline_exceeded` or `aborted`, whether or not the work heeds its signal.
 */
export async function withDeadline<T>(
  milliseconds: number,
  clock: Clock,
  context: Omit<CallContext, 'deadline'>,
  work: (context: CallContext) => Promise<T>,
): Promise<T> {
  if (context.signal.aborted) throw new CodedError('aborted', 'The request was given up.')
  const inner = new AbortController()
  let timer: NodeJS.Timeout | undefined
  let giveUp: (() => void) | undefined
  const stopped = new Promise<never>((_resolve, reject) => {
    const stop = (error: CodedError) => {
      inner.abort(error)
      reject(error)
    }
    timer = setTimeout(() => stop(new CodedError('deadline_exceeded', `Not done in ${milliseconds} ms.`)), milliseconds)
    giveUp = () => stop(new CodedError('aborted', 'The request was given up.'))
    context.signal.addEventListener('abort', giveUp, { once: true })
  })
  try {
    const deadline = clock.monotonic() + milliseconds
    const { degrade, log } = context
    return await Promise.race([
      work({ signal: inner.signal, deadline, degrade: (part) => degrade.call(context, part), log }),
      stopped,
    ])
  } finally {
    clearTimeout(timer)
    if (giveUp !== undefined) context.signal.removeEventListener('abort', giveUp)
  }
}
