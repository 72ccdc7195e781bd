import { type CallContext, CodedError, type ShopDocument } from '@marketplace-agent/domain'
import type { Embedder } from '@marketplace-agent/llm'
import { passes } from './passage-index/filter.ts'
import type {
  Chunk,
  IndexHit,
  Passage,
  PassageFilter,
  PassageIndex,
  Reranker,
  Retriever,
  RetrieveOptions,
} from './port.ts'
import { createReaders } from './rank/coverage.ts'
import { focusOf, wordsToEmbed } from './rank/focus.ts'
import { joinAnswers } from './rank/join-answers.ts'
import { leansOn, type Part, partsOf } from './rank/parts.ts'
import { readAsked } from './rank/question.ts'
import type { QuotedDocument } from './rank/quotable-units.ts'
import { createQuoter, type Reading } from './rank/quote.ts'
import { type Candidate, createRanker } from './rank/rank.ts'
import type { Relevance } from './rank/relevance.ts'
import { createUnitSenses } from './rank/unit-senses.ts'
import { rerankCandidates } from './rerank/rerank-candidates.ts'
import type { ChunkVectors } from './saved/embed-chunks.ts'
import type { TextAnalysis } from './text/analysis.ts'
import type { Context } from './text/query.ts'

export interface ChunkedDocument extends QuotedDocument {
  readonly document: ShopDocument
  readonly chunks: readonly Chunk[]
}

const usualLimit = 3
/** A passage of less doesn't speak of what was asked for sure, and without one that does there is no answer. */
export const usualRelevanceFloor = 0.42
/** Of the floor, what a passage needs to come after one that reaches it. */
const companionShare = 0.6
/** What a passage is the likelier wanted for, as the logarithm of its odds, that is about what is preferred. */
const preferenceBoost = 1.2
/** What a word of what is talked about counts for in a question that says itself what it is about. */
const contextWeight = 0.6
/** What each half of the index is asked for, at least. */
const hitsPerHalf = 16
/** Among so many passages, at least, the one that answers best is sought. */
const leastCompared = 3
/** The fused ranking, which stands where a re-ranker fails, may go down to 0 and below. */
const leastRankScore = 1e-6
/** Of the heading of a section, the share that a question has to name to be one about it alone. */
const ownSection = 0.75
/** Among the documents of so many passages the one is chosen that an overview is of. */
const comparedForOverview = 8
/** Of the fused ranking, so many more than asked for are judged. */
const judgedPerWanted = 4

interface Search {
  readonly text: string
  readonly about: Context | undefined
  readonly vector: Float32Array | null
  /** What each half is asked for. */
  readonly k: number
}

interface Judged {
  readonly candidate: Candidate
  readonly score: number
  /** Null where it has headings only. */
  read(): Reading | null
  /** How well it answers: as it was ranked, and by what it says. */
  readonly worth: number
}

/** Ranks, judges and quotes the chunks that the index finds. */
export function createRetriever({
  documents,
  chunks,
  analysis,
  index,
  vectors,
  embedder,
  reranker,
  relevance,
  relevanceFloor,
}: {
  readonly documents: readonly ChunkedDocument[]
  readonly chunks: readonly Chunk[]
  readonly analysis: TextAnalysis
  readonly index: PassageIndex
  readonly vectors: ChunkVectors
  readonly embedder: Embedder
  readonly reranker: Reranker
  readonly relevance: Relevance
  readonly relevanceFloor: number
}): Retriever {
  const byId = new Map(documents.map((one) => [one.document.id, one]))
  const rank = createRanker(chunks, analysis, vectors, embedder.kind)
  const quoter = createQuoter(documents, chunks, analysis)
  const sensesTo = createUnitSenses(vectors.units)
  const readerOf = createReaders(analysis)

  /** What the index finds, and among it whatever it has of what is preferred. */
  async function find(
    { text, about, vector, k }: Search,
    { filter, prefer }: RetrieveOptions,
    context: CallContext,
  ): Promise<readonly IndexHit[]> {
    const ask = (limits: PassageFilter | undefined) =>
      index.search({ text, ...(about && { about }), vector, ...(limits && { filter: limits }), k }, context)
    const hits = await ask(filter)
    if (!prefer) return hits
    const preferred = (await ask(prefer)).filter(({ chunk }) => !filter || passes(chunk, filter))
    return together(hits, preferred)
  }

  /** `asWritten`: the words that are embedded, where that isn't the part itself. */
  async function answer(
    part: Part,
    options: RetrieveOptions,
    context: CallContext,
    asWritten: string = part.text,
  ): Promise<readonly Passage[]> {
    const { text } = part
    const limit = options.limit ?? usualLimit
    const judged = limit * judgedPerWanted
    const k = Math.max(hitsPerHalf, judged)
    const about = contextOf(part, options.about)
    // "How long does it last" has no sense of its own.
    const leans = embedder.kind === 'semantic' && about?.weight === 1
    const vector = await embedQuery(embedder, leans ? `${about.text} ${asWritten}` : asWritten, context)
    // What is preferred may come from further down.
    const depth = options.prefer ? 2 * k : judged
    const hits = await find({ text, about, vector, k }, options, context)
    // A reader serves one query at a time, and others are answered while this one waits.
    const asked = readAsked(text)
    const openReader = () => readerOf(analysis.query(text, about), asked)
    const found = rank({ query: analysis.query(text, about), reader: openReader(), vector, hits, k, depth })
    const ranked = prefer(await rerankCandidates(reranker, text, found, context), options.prefer)

    const reader = openReader()
    const senses = sensesTo(vector)
    const compared = senses === null ? limit : Math.max(limit, leastCompared)
    const sure: Judged[] = []
    const others: Judged[] = []
    for (const candidate of ranked.slice(0, judged)) {
      if (sure.length === compared) break
      const { place, rankScore } = candidate
      const read = once(() => quoter.read(place, reader, senses))
      const units = () => read()?.units ?? []
      const score = relevance({ reader, terms: analysis.chunks[place]!, candidate, units })
      // By words alone they are in their best order already.
      const worth = senses === null ? 0 : (read()?.worth ?? 0) + Math.log(Math.max(rankScore, leastRankScore))
      const one = { score, read, candidate, worth }
      if (score >= relevanceFloor) sure.push(one)
      else if (score >= companionShare * relevanceFloor) others.push(one)
    }
    if (sure.length === 0) return []
    if (senses !== null) sure.sort((a, b) => b.worth - a.worth)

    const passages: Passage[] = []
    for (const { score, read, candidate } of [...sure, ...others]) {
      const quote = read()?.quote()
      const answers = passages.length === 0
      if (quote && passages.push({ chunk: candidate.chunk, score, quote, answers }) === limit) break
    }
    return passages
  }

  /** Whether a section is of just what is asked for: the question names all of its heading. */
  const hasOwnSection = (question: string, found: readonly Passage[]) => {
    const text = focusOf(question)
    const reader = readerOf(analysis.query(text), readAsked(text))
    return found.some(({ chunk }) => {
      const { section } = analysis.chunks[chunks.indexOf(chunk)]!
      return section.terms.length > 0 && reader.namedShare(section) >= ownSection
    })
  }

  /** How the sections of the policy open that has the most to say of what was found; none where that is no policy. */
  function openings(found: readonly Passage[], limit: number): readonly Passage[] {
    const said = new Map<string, number>()
    for (const { chunk, score } of found) said.set(chunk.documentId, (said.get(chunk.documentId) ?? 0) + score)
    const [most] = [...said].sort(([, one], [, other]) => other - one)
    const best = found.find(({ chunk }) => chunk.documentId === most?.[0])
    if (best?.chunk.kind !== 'policy') return []
    const { documentId } = best.chunk
    const passages = chunks.flatMap((chunk, place) => {
      const before = chunks[place - 1]
      const goesOn = before?.documentId === documentId && before.section === chunk.section
      const quote = chunk.documentId !== documentId || goesOn ? null : quoter.opening(place)
      return quote === null ? [] : [{ chunk, score: best.score, quote, answers: true }]
    })
    return passages.slice(0, limit)
  }

  async function retrieve(question: string, options: RetrieveOptions, context: CallContext) {
    const text = focusOf(question)
    const parts = partsOf(text)
    const asWritten = wordsToEmbed(question, embedder.kind)
    if (parts.length === 1) return answer(parts[0]!, options, context, asWritten)
    const answers: (readonly Passage[])[] = []
    for (const part of parts) answers.push(await answer(part, options, context))
    const joined = joinAnswers(answers, options.limit ?? usualLimit, (id) => byId.get(id)!.document.text)
    return joined.length > 0 ? joined : answer({ text, about: '' }, options, context, asWritten)
  }

  return {
    async retrieve(question, options, context) {
      if (options.overview !== true) return retrieve(question, options, context)
      const found = await retrieve(question, { ...options, limit: comparedForOverview }, context)
      const limit = options.limit ?? usualLimit
      const opened = hasOwnSection(question, found) ? [] : openings(found, limit)
      return opened.length > 0 ? opened : found.slice(0, limit)
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

/** Makes it when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
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
    return Math.exp((preferenceBoost * met.length) / wishes.length)
  }
  return candidates
    .map((candidate) => ({ ...candidate, rankScore: candidate.rankScore * boost(candidate.chunk) }))
    .sort((a, b) => b.rankScore - a.rankScore)
}
