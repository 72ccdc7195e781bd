import { CodedError, type Log } from '@marketplace-agent/domain'
import { crossEncoderFiles, openCrossEncoder } from './cross-encoder/worker-cross-encoder.ts'
import { ModelFault } from './model-thread/model-fault.ts'
import type { TextPairScorer } from './text-pair-scorer.ts'
import { type MonotonicClock, performanceClock } from './when-stopped.ts'

export interface TextPairSettings {
  /** A cross-encoder's files as on the hub, such as those of Xenova/ms-marco-MiniLM-L-6-v2: a BERT with one logit. */
  readonly folder: string
  readonly log: Log
  readonly clock?: MonotonicClock | undefined
}

/**
 * Opens the cross-encoder in a folder, in a worker thread, and proves it. Rejects with CodedError `unavailable`, in whose
 * message an operator reads in one line what is wrong and what to do.
 */
export async function openTextPairs({
  folder,
  log,
  clock = performanceClock,
}: TextPairSettings): Promise<TextPairScorer> {
  try {
    return await openCrossEncoder({ folder, log, clock })
  } catch (error) {
    if (!(error instanceof ModelFault)) throw error
    const advice = error.kind === 'unusable' ? '' : `put a cross-encoder's ${crossEncoderFiles} there, or `
    throw new CodedError(
      'unavailable',
      `The cross-encoder in ${folder} can't be used: ${error.message}; ${advice}do without one.`,
    )
  }
}
