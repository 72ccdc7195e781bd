import type { CallContext } from '@marketplace-agent/domain'

/** Texts become vectors of unit length. Deterministic for one id. */
export interface Embedder {
  /** Names the model and its version; vectors of different ids never meet in one index. */
  readonly id: string
  /** What nearness of vectors means: alike in spelling, or in sense. */
  readonly kind: 'lexical' | 'semantic'
  readonly dimensions: number
  /** One vector (Float32Array of `dimensions`, length 1; all zeros for a text without words) for each text. */
  embed(texts: readonly string[], context: CallContext): Promise<Float32Array[]>
  close(): Promise<void>
}
