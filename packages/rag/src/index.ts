export { type Chunking, defaultChunking } from './chunk/chunk-document.ts'
export {
  evaluateRetrieval,
  type RetrievalEvaluation,
  type RetrievalMethod,
  retrievalMethods,
  type RetrievalMetrics,
  type RetrievalReport,
} from './evaluate/evaluate-retrieval.ts'
export { openRetriever, type RetrieverSettings } from './open-retriever.ts'
export type { VectorAdapter } from './passage-index/open-passage-index.ts'
export * from './port.ts'
export type { SynonymGroups } from './text/synonyms.ts'
