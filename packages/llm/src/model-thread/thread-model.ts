import type { ModelContents } from './model-folder.ts'

/** What is needed of onnxruntime-node. */
export type OnnxRuntime = Pick<typeof import('onnxruntime-node'), 'InferenceSession' | 'Tensor' | 'env'>

/** A loaded model, in the thread where it runs. */
export interface ThreadModel<Input> {
  /** How many numbers it makes of an input. */
  readonly dimensions: number
  run(input: Input): Promise<Float32Array<ArrayBuffer>>
  close(): Promise<void>
}

/** What a module that the thread imports exports. */
export interface ModelModule<Input> {
  /** Loads tokenizer and weights; blocks for as long as that takes. Throws ModelFault. */
  openModel(runtime: OnnxRuntime, contents: ModelContents): Promise<ThreadModel<Input>>
}
