import type { CallContext, DocumentKind, ShopDocument } from '@marketplace-agent/domain'
import type { Context } from './text/query.ts'

/** A piece of a document. `text === document.text.slice(start, end)`. */
export interface Chunk {
  /** `DOCUMENT#N`, N from 0. */
  readonly id: string
  readonly documentId: string
  readonly title: string
  /** The nearest heading above it; the title where there is none. */
  readonly section: string
  readonly kind: DocumentKind
  readonly product: number | null
  readonly category: string | null
  readonly start: number
  readonly end: number
  readonly text: string
}

export interface PassageFilter {
  readonly kinds?: readonly DocumentKind[]
  readonly products?: readonly number[]
  readonly categories?: readonly string[]
  readonly documents?: readonly string[]
}

/** What one half of the index says of a chunk: rank from 1, score as the half has it. */
export interface HalfHit {
  readonly rank: number
  readonly score: number
}

/** What the halves say of a chunk; null where it is not among a half's `k` best. */
export interface IndexHit {
  readonly chunk: Chunk
  readonly lexical: HalfHit | null
  readonly vector: HalfHit | null
}

/** The port: BM25 over the text, and nearest vectors. Equal scores stand in the order of the chunks. */
export interface PassageIndex {
  readonly size: number
  search(
    query: {
      readonly text: string
      readonly about?: Context
      readonly vector: Float32Array | null
      readonly filter?: PassageFilter
      readonly k: number
    },
    context: CallContext,
  ): Promise<readonly IndexHit[]>
  status(context: CallContext): Promise<{ readonly adapter: string; readonly chunks: number }>
  close(): Promise<void>
}

/** A passage that was found, before it is ranked for good. */
export interface RerankCandidate {
  readonly chunk: Chunk
  /** As the halves of the index have it together; comparable within one search only. */
  readonly score: number
  /** One number for each of `featureNames`. */
  readonly features: readonly number[]
}

/** The port: looks once more, and closer, at what a search found. */
export interface Reranker {
  /** Names the method or the model. */
  readonly id: string
  /**
   * A score for each candidate, in their order (the best found first): the logarithm of how likely it is to be the one
   * wanted, up to a constant.
   */
  rerank(query: string, candidates: readonly RerankCandidate[], context: CallContext): Promise<readonly number[]>
}

/**
 * A ranked passage, the best first. `score`, 0 to 1, is how surely it speaks of what was asked, comparable between
 * queries (the relevance floor is set on it); the order also weighs what is asked for and preferred.
 */
export interface Passage {
  readonly chunk: Chunk
  readonly score: number
  /** The stretch of the passage that answers, by its place in the document's text. */
  readonly quote: { readonly text: string; readonly start: number; readonly end: number; readonly score: number }
  /** Whether it answers the question, or one of the things asked; others only have to do with it. */
  readonly answers: boolean
}

export interface RetrieveOptions {
  readonly filter?: PassageFilter
  /** Documents about these are preferred, not required. */
  readonly prefer?: PassageFilter
  /** Words of what is talked about: they tip the balance, and say what "it" is in a question that leaves that open. */
  readonly about?: string
  /** Asks for a subject: where a policy is of it, and no section alone, how its sections open, in its order. */
  readonly overview?: boolean
  /** Default 3. */
  readonly limit?: number
}

/**
 * Ranked passages: those that reach the relevance floor, then some that are near it. Empty, where none reaches it, means
 * "the documents don't say".
 */
export interface Retriever {
  retrieve(query: string, options: RetrieveOptions, context: CallContext): Promise<readonly Passage[]>
  document(id: string): ShopDocument | undefined
  documents(): readonly ShopDocument[]
  status(
    context: CallContext,
  ): Promise<{ readonly adapter: string; readonly chunks: number; readonly embedder: string }>
  close(): Promise<void>
}
