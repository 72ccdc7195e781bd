import { basename } from 'node:path'
import type { CallContext, Log } from '@marketplace-agent/domain'
import type { Embedder } from '@marketplace-agent/llm'
import { judgedQueries } from '../evaluate/evaluate-retrieval.ts'
import { type Judgements, ndcg } from '../evaluate/metrics.ts'
import { openSet, type SetSettings } from '../evaluate/open-set.ts'
import { readRetrievalSet } from '../evaluate/read-set.ts'
import { featureNames, featurePlace, type FeatureWeights } from '../rank/features.ts'
import { learnWeights, type Ranked, scoreOf } from './listwise.ts'

export interface LearnReranking extends Omit<SetSettings, 'reranker'> {
  /** Sets in BEIR's layout; each counts the same, however large it is. */
  readonly folders: readonly string[]
  readonly log: Log
}

export interface LearnedReranking {
  readonly weights: FeatureWeights
  /** nDCG@10 of each set: fused only, and re-ranked by weights learned on the other sets, and on all of them. */
  readonly sets: readonly {
    readonly set: string
    readonly fused: number
    readonly leftOut: number
    readonly learned: number
  }[]
}

/**
 * What is learned starts from the fused score, sharpened so that its softmax is about as sure as it is right, and is held
 * near it: every other feature has to earn its weight against `pull`. Chosen by what weights learned with one set left out
 * do on it; the features, and the constants of the fused score, were chosen with all sets in view.
 */
const settings: Readonly<Record<Embedder['kind'], { readonly sharpness: number; readonly pull: number }>> = {
  lexical: { sharpness: 6, pull: 0.003 },
  semantic: { sharpness: 15, pull: 0.01 },
}
const steps = 150
/** Candidates of a query that are learned from: those after them hardly come among the first ten. */
const depth = 40

interface LearnedFrom {
  readonly set: string
  readonly queries: readonly {
    readonly ranked: Ranked
    readonly documents: string[]
    readonly judgements: Judgements
  }[]
}

/** Learns the feature re-ranker's weights for the embedder's kind. */
export async function learnReranking(task: LearnReranking): Promise<LearnedReranking> {
  const context: CallContext = { signal: new AbortController().signal, deadline: Infinity, degrade() {}, log: task.log }
  const { kind } = task.embedder
  const sets: LearnedFrom[] = []
  for (const folder of task.folders) sets.push(await readSet(folder, task, context))

  const learned = learnFrom(sets, kind)
  const fusedOnly = new Float64Array(featureNames.length)
  fusedOnly[featurePlace.fused] = 1
  return {
    weights: Object.fromEntries(
      featureNames.flatMap((name, i) => (learned[i]! >= 0.005 ? [[name, Number(learned[i]!.toFixed(2))]] : [])),
    ),
    sets: sets.map((one) => ({
      set: one.set,
      fused: meanOf(one, fusedOnly),
      leftOut: meanOf(
        one,
        learnFrom(
          sets.filter((other) => other !== one),
          kind,
        ),
      ),
      learned: meanOf(one, learned),
    })),
  }
}

async function readSet(folder: string, task: LearnReranking, context: CallContext): Promise<LearnedFrom> {
  const set = await readRetrievalSet(folder)
  const judged = judgedQueries(set)
  const opened = await openSet(folder, set, task, context)
  const queries: LearnedFrom['queries'][number][] = []
  for (const { text, judgements } of judged) {
    const vector = await opened.embed(text)
    const candidates = opened.rank(text, vector, await opened.search(text, vector)).slice(0, depth)
    const documents = candidates.map(({ chunk }) => chunk.documentId)
    const gains = documents.map((id) => Math.max(0, judgements.get(id) ?? 0))
    const ranked = { rows: candidates.map(({ features }) => features), gains, weight: 1 / judged.length }
    queries.push({ ranked, documents, judgements })
  }
  await opened.close()
  return { set: basename(folder), queries }
}

function learnFrom(sets: readonly LearnedFrom[], kind: Embedder['kind']): Float64Array {
  const { sharpness, pull } = settings[kind]
  const prior = new Float64Array(featureNames.length)
  prior[featurePlace.fused] = sharpness
  return learnWeights(
    sets.flatMap(({ queries }) => queries.map(({ ranked }) => ranked)),
    { prior, pull, steps },
  )
}

function meanOf({ queries }: LearnedFrom, weights: Float64Array): number {
  const sum = queries.reduce((total, { ranked, documents, judgements }) => {
    const scores = ranked.rows.map((row) => scoreOf(row, weights))
    const order = documents.map((_id, i) => i).sort((a, b) => scores[b]! - scores[a]!)
    return total + ndcg([...new Set(order.map((i) => documents[i]!))], judgements, 10)
  }, 0)
  return sum / Math.max(1, queries.length)
}
