import type { FaultKind } from './model-fault.ts'

/** What the worker is started with. */
export interface WorkerStart {
  readonly folder: string
  /** Paths in the folder where the weights may lie: the first that is there. */
  readonly weights: readonly string[]
  /** The module that opens the model: a ModelModule. */
  readonly module: string
  /** The module that runs the weights: onnxruntime-node, or a test's. */
  readonly runtime: string
  /** Shared: `busy` and `stop` below. */
  readonly flags: Int32Array
}

/** In `flags`: 1 while native code runs. A thread that is ended then takes the process with it (SIGABRT). */
export const busy = 0
/** In `flags`: 1 when no more native code must be entered. */
export const stop = 1

/** An input is one of the model that was opened. */
export type ToWorker = { readonly input: unknown } | 'close'

export type FromWorker =
  | { readonly type: 'ready'; readonly dimensions: number; readonly hash: string }
  | { readonly type: 'fault'; readonly kind: FaultKind; readonly reason: string }
  | { readonly type: 'output'; readonly output: Float32Array<ArrayBuffer> }
  /** The inference failed. Nothing of why: that may hold the text. */
  | { readonly type: 'failed' }
