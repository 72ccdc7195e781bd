import { type CallContext, CodedError, type Log } from '@marketplace-agent/domain'
import type { MonotonicClock } from '../when-stopped.ts'
import { createCallQueue, type Job } from './call-queue.ts'
import { ModelFault } from './model-fault.ts'
import {
  InferenceFailed,
  type ModelWorker,
  type ModelWorkerOptions,
  startModelWorker,
  WorkerEnded,
  type WorkerLimits,
} from './model-worker.ts'

export interface ModelRunnerOptions<Input> extends Omit<ModelWorkerOptions, 'runtime' | 'limits'> {
  /** As the operator names it. */
  readonly model: string
  /** Shows by examples that the model is what it should be; rejects with ModelFault where it isn't. */
  prove(run: (input: Input) => Promise<Float32Array>): Promise<void>
  readonly clock: MonotonicClock
  readonly log: Log
  /** The module that runs the weights, and how long it may take; a test's own. */
  readonly runtime?: string | undefined
  readonly limits?: Partial<WorkerLimits> | undefined
}

/** A model in a worker thread that is started again when it dies. */
export interface ModelRunner<Input> {
  readonly dimensions: number
  /** Of the model's files, in hexadecimal. */
  readonly hash: string
  /** One input after the other. Rejects with CodedError `aborted`, `deadline_exceeded` or `unavailable`. */
  run(inputs: readonly Input[], context: Pick<CallContext, 'signal' | 'deadline'>): Promise<Float32Array[]>
  close(): Promise<void>
}

const defaultLimits: WorkerLimits = { loading: 60_000, inference: 30_000 }

/** A thread that dies is started again, so often in so many milliseconds. */
const restarts = 3
const restartsWithin = 10 * 60_000

/**
 * Runs a model in a worker thread, one input at a time, so that what it makes of one doesn't depend on the others. Rejects
 * with ModelFault where the model can't be loaded or isn't what it should be.
 */
export async function openModelRunner<Input>(options: ModelRunnerOptions<Input>): Promise<ModelRunner<Input>> {
  const { kind, model, prove, clock, log, runtime = 'onnxruntime-node' } = options
  const limits = { ...defaultLimits, ...options.limits }
  const start = () => startModelWorker<Input>({ ...options, runtime, limits })
  const first = await proved(await start(), prove)
  const queue = createCallQueue<Input>(clock)
  let worker = first
  let closed = false
  let working = false
  let work = Promise.resolve()
  let restarted: number[] = []

  /** The thread, started anew where it died and that is not the rule. */
  async function running(): Promise<ModelWorker<Input>> {
    if (worker.alive) return worker
    restarted = restarted.filter((time) => time > clock.monotonic() - restartsWithin)
    if (restarted.length >= restarts) throw new InferenceFailed()
    restarted.push(clock.monotonic())
    const next = await start()
    if (closed || next.hash !== first.hash) {
      await next.close()
      throw new ModelFault('damaged', 'its files were changed')
    }
    worker = next
    return next
  }

  const failed = () => new CodedError('unavailable', `The ${kind} gave no answer.`)

  async function runOne(job: Job<Input>): Promise<void> {
    try {
      const thread = await running()
      job.resolve(await thread.run(job.input))
    } catch (error) {
      job.reject(failed())
      if (error instanceof InferenceFailed || closed) return
      await worker.close()
      queue.rejectAll(failed())
      const reason = error instanceof ModelFault ? error.message : 'its thread died'
      log.warn({ model, reason }, `The ${kind} failed; it is started again when it is next needed`)
    }
  }

  async function runAll(): Promise<void> {
    working = true
    for (let job = queue.next(); job !== undefined; job = queue.next()) await runOne(job)
    working = false
  }

  return {
    dimensions: first.dimensions,
    hash: first.hash,
    run(inputs, context) {
      if (closed) return Promise.reject(failed())
      const outputs = queue.add(inputs, context)
      if (!working) work = runAll()
      return outputs
    },
    async close() {
      closed = true
      queue.rejectAll(failed())
      await Promise.all([worker.close(), work])
    },
  }
}

async function proved<Input>(
  worker: ModelWorker<Input>,
  prove: ModelRunnerOptions<Input>['prove'],
): Promise<ModelWorker<Input>> {
  try {
    await prove((input) => worker.run(input))
    return worker
  } catch (error) {
    await worker.close()
    if (error instanceof InferenceFailed) throw new ModelFault('damaged', 'it fails on a probe text')
    if (error instanceof WorkerEnded) throw new ModelFault('unusable', 'its thread died of a probe text')
    throw error
  }
}
