export { type Chunking, defaultChunking } from './chunk/chunk-document.ts'
export {
  type AnswersEvaluation,
  type AnswersMetrics,
  type AnswersReport,
  evaluateAnswers,
} from './evaluate/evaluate-answers.ts'
export {
  evaluateRetrieval,
  type RetrievalEvaluation,
  type RetrievalMethod,
  retrievalMethods,
  type RetrievalReport,
} from './evaluate/evaluate-retrieval.ts'
export { type RetrievalSet, readRetrievalSet } from './evaluate/read-set.ts'
export type { RetrievalMetrics } from './evaluate/retrieval-metrics.ts'
export {
  type RetrievalSweep,
  sweepRetrieval,
  type SweepReport,
  type SweepRow,
  type SweepSource,
} from './evaluate/sweep-retrieval.ts'
export { openRetriever, type RetrieverSettings } from './open-retriever.ts'
export type { VectorAdapter } from './passage-index/open-passage-index.ts'
export * from './port.ts'
export { createCrossEncoderReranker, type TextPairScorer } from './rerank/cross-encoder.ts'
export { createSwappableRetriever, type SwappableRetriever } from './swappable-retriever.ts'
export type { SynonymGroups } from './text/synonyms.ts'
