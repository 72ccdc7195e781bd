import type { CallContext } from '@marketplace-agent/domain'

/** Reads a query and a text together and says how well the text answers. Deterministic for one id. */
export interface TextPairScorer {
  /** Names the model and its version. */
  readonly id: string
  /**
   * One logit for each text: the higher, the better it answers; of no meaning beside another query's. Rejects with CodedError
   * `aborted`, `deadline_exceeded` or `unavailable`.
   */
  score(query: string, texts: readonly string[], context: CallContext): Promise<Float32Array>
  close(): Promise<void>
}
