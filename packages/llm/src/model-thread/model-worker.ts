import { Worker } from 'node:worker_threads'
import { ModelFault } from './model-fault.ts'
import { busy, type FromWorker, stop, type ToWorker, type WorkerStart } from './worker-protocol.ts'

export interface WorkerLimits {
  /** Milliseconds for reading and loading the model. */
  readonly loading: number
  /** Milliseconds for one input. */
  readonly inference: number
}

export interface ModelWorkerOptions extends Omit<WorkerStart, 'flags'> {
  /** What the model is, in the operator's words; the thread's name. */
  readonly kind: string
  readonly limits: WorkerLimits
}

/** One worker thread with a loaded model. It keeps the process alive only while it works. */
export interface ModelWorker<Input> {
  readonly dimensions: number
  /** Of the model's files. */
  readonly hash: string
  /** False when the thread died, hangs or was closed. */
  readonly alive: boolean
  /** One input at a time. Rejects with InferenceFailed or ModelFault, and when the thread is no more with WorkerEnded. */
  run(input: Input): Promise<Float32Array>
  /** Ends the thread when the input it is at is done. */
  close(): Promise<void>
}

/** The model could make nothing of this input. */
export class InferenceFailed extends Error {}

/** The thread died, hangs or was closed. */
export class WorkerEnded extends Error {}

/** How long (ms) the end of the process, or a close, waits for the input that is being run. */
const patience = 5000
/** Of JavaScript's memory in the thread, MB: more than any text takes. The weights are outside it. */
const largestHeap = 512

/** Starts a thread and loads the model in it. Rejects with ModelFault. */
export async function startModelWorker<Input>(options: ModelWorkerOptions): Promise<ModelWorker<Input>> {
  const { kind, folder, weights, module, runtime, limits } = options
  const flags = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT))
  const worker = new Worker(new URL('./inference-worker.ts', import.meta.url), {
    name: kind,
    workerData: { folder, weights, module, runtime, flags } satisfies WorkerStart,
    // Not the process's own options, which may be of no use to a thread (--input-type).
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: largestHeap },
    // Nothing that the thread prints is for the operator, and it may hold a customer's words.
    stdout: true,
    stderr: true,
  })

  let ended = false
  let waiting: { resolve(message: FromWorker): void; reject(error: Error): void } | null = null
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()))

  // A thread that is ended in native code takes the process with it: let it leave that code first.
  const beforeExit = () => {
    Atomics.store(flags, stop, 1)
    Atomics.wait(flags, busy, 1, patience)
  }
  process.on('exit', beforeExit)

  function settle(): typeof waiting {
    const settled = waiting
    waiting = null
    worker.unref()
    return settled
  }
  function finish() {
    ended = true
    settle()?.reject(new WorkerEnded())
  }
  worker.on('message', (message: FromWorker) => settle()?.resolve(message))
  worker.on('error', finish)
  worker.on('messageerror', finish)
  void exited.then(() => {
    process.off('exit', beforeExit)
    finish()
  })

  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's, not a window's
  const tell = (message: ToWorker) => worker.postMessage(message)

  function answer(milliseconds: number): Promise<FromWorker> {
    return new Promise<FromWorker>((resolve, reject) => {
      if (ended) return reject(new WorkerEnded())
      worker.ref()
      const late = setTimeout(giveUp, milliseconds)
      waiting = {
        resolve(message) {
          clearTimeout(late)
          resolve(message)
        },
        reject(error) {
          clearTimeout(late)
          reject(error)
        },
      }
    })
  }

  /** What hangs in native code can't be stopped: it ends itself should it ever come back. */
  function giveUp() {
    finish()
    if (Atomics.load(flags, busy) === 1) {
      Atomics.store(flags, stop, 1)
      tell('close')
    } else void worker.terminate()
  }

  const first = await answer(limits.loading).catch(() => null)
  if (first?.type !== 'ready') {
    if (first?.type === 'fault') throw new ModelFault(first.kind, first.reason)
    throw new ModelFault('unusable', 'the thread that loads it died or took too long')
  }

  return {
    dimensions: first.dimensions,
    hash: first.hash,
    get alive() {
      return !ended
    },
    async run(input) {
      const answered = answer(limits.inference)
      if (!ended) tell({ input })
      const message = await answered
      if (message.type === 'output') return message.output
      if (message.type === 'fault') throw new ModelFault(message.kind, message.reason)
      throw new InferenceFailed()
    },
    async close() {
      if (ended) return
      tell('close')
      await new Promise<void>((resolve) => {
        const late = setTimeout(() => {
          giveUp()
          resolve()
        }, patience)
        void exited.then(() => {
          clearTimeout(late)
          resolve()
        })
      })
    },
  }
}
