import { type CallContext, CodedError, type ShopDocument } from '@marketplace-agent/domain'
import type { Embedder } from '@marketplace-agent/llm'
import type { Unit } from './chunk/units.ts'
import { passes } from './passage-index/filter.ts'
import type { Chunk, IndexHit, Passage, PassageFilter, PassageIndex, Retriever, RetrieveOptions } from './port.ts'
import { createReaders } from './rank/coverage.ts'
import { focusOf } from './rank/focus.ts'
import { joinAnswers } from './rank/join-answers.ts'
import { leansOn, type Part, partsOf } from './rank/parts.ts'
import { readAsked } from './rank/question.ts'
import { createQuoter } from './rank/quote.ts'
import { type Candidate, createRanker } from './rank/rank.ts'
import { relevance } from './rank/relevance.ts'
import type { TextAnalysis } from './text/analysis.ts'
import type { Context } from './text/query.ts'

export interface ChunkedDocument {
  readonly document: ShopDocument
  readonly units: readonly Unit[]
  readonly chunks: readonly Chunk[]
}

const usualLimit = 3
/** A passage of less doesn't speak of what was asked for sure, and without one that does there is no answer. */
export const usualRelevanceFloor = 0.42
/** Of the floor, what a passage needs to come after one that reaches it. */
const companionShare = 0.6
/** How much further up a passage comes that is about what is preferred. */
const preferenceBoost = 0.3
/** What a word of what is talked about counts for in a question that says itself what it is about. */
const contextWeight = 0.6
/** What each half of the index is asked for, at least. */
const hitsPerHalf = 16
/** Of the fused ranking, so many more than asked for are judged. */
const judgedPerWanted = 4

interface Judged {
  readonly place: number
  readonly score: number
}

/** Ranks, judges and quotes the chunks that the index finds. */
export function createRetriever({
  documents,
  chunks,
  analysis,
  index,
  embedder,
  relevanceFloor,
}: {
  readonly documents: readonly ChunkedDocument[]
  readonly chunks: readonly Chunk[]
  readonly analysis: TextAnalysis
  readonly index: PassageIndex
  readonly embedder: Embedder
  readonly relevanceFloor: number
}): Retriever {
  const byId = new Map(documents.map((one) => [one.document.id, one]))
  const rank = createRanker(chunks, analysis)
  const quoteFrom = createQuoter(documents, chunks, analysis)
  const readerOf = createReaders(analysis)

  /** What the index finds, and among it whatever it has of what is preferred. */
  async function find(
    text: string,
    about: Context | undefined,
    { filter, prefer, limit = usualLimit }: RetrieveOptions,
    context: CallContext,
  ): Promise<readonly IndexHit[]> {
    const vector = await embedQuery(embedder, text, context)
    const ask = (limits: PassageFilter | undefined) =>
      index.search(
        {
          text,
          ...(about && { about }),
          vector,
          ...(limits && { filter: limits }),
          k: Math.max(hitsPerHalf, limit * judgedPerWanted),
        },
        context,
      )
    const hits = await ask(filter)
    if (!prefer) return hits
    const preferred = (await ask(prefer)).filter(({ chunk }) => !filter || passes(chunk, filter))
    return together(hits, preferred)
  }

  async function answer(part: Part, options: RetrieveOptions, context: CallContext): Promise<readonly Passage[]> {
    const { text } = part
    const talkedAbout = contextOf(part, options.about)
    const hits = await find(text, talkedAbout, options, context)
    const reader = readerOf(analysis.query(text, talkedAbout), readAsked(text))
    const ranked = prefer(rank(reader, hits), options.prefer)
    const limit = options.limit ?? usualLimit

    const sure: Judged[] = []
    const others: Judged[] = []
    for (const { place, kinds } of ranked.slice(0, limit * judgedPerWanted)) {
      if (sure.length === limit) break
      const score = relevance(reader, analysis.chunks[place]!, kinds)
      if (score >= relevanceFloor) sure.push({ place, score })
      else if (score >= companionShare * relevanceFloor) others.push({ place, score })
    }
    if (sure.length === 0) return []

    const passages: Passage[] = []
    for (const { place, score } of [...sure, ...others]) {
      const quote = quoteFrom(place, reader)
      const answers = passages.length === 0
      if (quote && passages.push({ chunk: chunks[place]!, score, quote, answers }) === limit) break
    }
    return passages
  }

  return {
    async retrieve(question, options, context) {
      const text = focusOf(question)
      const parts = partsOf(text)
      if (parts.length === 1) return answer(parts[0]!, options, context)
      const answers: (readonly Passage[])[] = []
      for (const part of parts) answers.push(await answer(part, options, context))
      const joined = joinAnswers(answers, options.limit ?? usualLimit, (id) => byId.get(id)!.document.text)
      return joined.length > 0 ? joined : answer({ text, about: '' }, options, context)
    },
    document: (id) => byId.get(id)?.document,
    documents: () => documents.map(({ document }) => document),
    async status(context) {
      return { ...(await index.status(context)), embedder: embedder.id }
    },
    close: () => index.close(),
  }
}

/** What a question goes on from: its other part, or what is talked about. */
function contextOf({ text, about }: Part, talkedAbout = ''): Context | undefined {
  if (about !== '') return { text: about, weight: 1 }
  return talkedAbout === '' ? undefined : { text: talkedAbout, weight: leansOn(text) ? 1 : contextWeight }
}

function together(hits: readonly IndexHit[], more: readonly IndexHit[]): IndexHit[] {
  const byId = new Map(hits.map((hit) => [hit.chunk.id, hit]))
  for (const hit of more) {
    const known = byId.get(hit.chunk.id)
    byId.set(hit.chunk.id, {
      ...hit,
      lexical: hit.lexical ?? known?.lexical ?? null,
      vector: hit.vector ?? known?.vector ?? null,
    })
  }
  return [...byId.values()]
}

/** Null, said aloud, where the embedder can't be used: BM25 answers alone then. */
async function embedQuery(embedder: Embedder, text: string, context: CallContext): Promise<Float32Array | null> {
  try {
    return (await embedder.embed([text], context))[0]!
  } catch (error) {
    if (error instanceof CodedError && error.code === 'aborted') throw error
    context.log.warn(
      { embedder: embedder.id, reason: error instanceof Error ? error.name : 'unknown' },
      'The embedder failed',
    )
    context.degrade('embedder')
    return null
  }
}

/** Moves what is preferred up, the more the more of the preferences it meets. */
function prefer(candidates: readonly Candidate[], preference: PassageFilter = {}): readonly Candidate[] {
  const wishes = Object.entries(preference).filter(([, values]) => values !== undefined)
  if (wishes.length === 0) return candidates
  const boost = (chunk: Chunk) => {
    const met = wishes.filter(([key, values]) => passes(chunk, { [key]: values }))
    return 1 + (preferenceBoost * met.length) / wishes.length
  }
  return candidates
    .map((candidate) => ({ ...candidate, rankScore: candidate.rankScore * boost(candidate.chunk) }))
    .sort((a, b) => b.rankScore - a.rankScore)
}
