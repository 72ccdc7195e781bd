import { CodedError } from '@marketplace-agent/domain'
import { quietContext } from '@marketplace-agent/llm/testing'
import { describe, expect, it } from 'vitest'
import { featureNames, featurePlace } from '../rank/features.ts'
import type { Candidate } from '../rank/rank.ts'
import type { Reranker } from '../port.ts'
import { createFeatureReranker } from './feature-reranker.ts'
import { rerankCandidates } from './rerank-candidates.ts'

const context = quietContext()

function candidate(id: string, features: Partial<Record<keyof typeof featurePlace, number>>): Candidate {
  const row = featureNames.map((name) => features[name] ?? 0)
  return {
    chunk: { id },
    place: 0,
    kinds: 0,
    lexical: null,
    vector: null,
    nearness: null,
    features: row,
    rankScore: 1,
  } as unknown as Candidate
}
const candidates = [
  candidate('a', { fused: 1 }),
  candidate('b', { fused: 0.9, phrase: 1 }),
  candidate('c', { fused: 0.2 }),
]
const idsOf = (ranked: readonly Candidate[]) => ranked.map(({ chunk }) => chunk.id)

describe('re-ranking', () => {
  it('weighs the features, and makes shares of the best one of the scores', async () => {
    const reranker = createFeatureReranker('lexical', { fused: 2, phrase: 0.5 })
    const ranked = await rerankCandidates(reranker, 'q', candidates, context)
    expect(idsOf(ranked)).toEqual(['b', 'a', 'c'])
    expect(ranked[0]!.rankScore).toBe(1)
    expect(ranked[1]!.rankScore).toBeCloseTo(Math.exp(2 - 2.3), 10)
  })

  it.each(['lexical', 'semantic'] as const)('has learned to go by the fused score first (%s)', async (kind) => {
    expect(idsOf(await rerankCandidates(createFeatureReranker(kind), 'q', candidates, context)).at(-1)).toBe('c')
  })

  const failing = (error: Error): Reranker => ({
    id: 'failing',
    async rerank() {
      throw error
    },
  })

  it('goes on in the order there was where it fails, and says so without the words', async () => {
    const degraded: string[] = []
    const logged: object[] = []
    const log = { ...context.log, warn: (fields: object) => void logged.push(fields) }
    const ranked = await rerankCandidates(failing(new TypeError('secret words')), 'secret words', candidates, {
      ...context,
      log,
      degrade: (part) => degraded.push(part),
    })
    expect(idsOf(ranked)).toEqual(['a', 'b', 'c'])
    expect(degraded).toEqual(['reranker'])
    expect(JSON.stringify(logged)).not.toContain('secret')
  })

  it('stops when it is told to', async () => {
    const error = new CodedError('aborted', 'Stopped.')
    await expect(rerankCandidates(failing(error), 'q', candidates, context)).rejects.toBe(error)
  })
})
