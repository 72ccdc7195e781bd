import { quietContext } from '@marketplace-agent/llm/testing'
import { expect, it } from 'vitest'
import { passageIndexContract, type PassageIndexContractSettings } from '../testing/passage-index-contract.ts'
import { samplePassages } from '../testing/sample-passages.ts'
import { analyseChunks } from '../text/analysis.ts'
import { loadFaiss } from './faiss-vectors.ts'
import { openPassageIndex, type VectorAdapter } from './open-passage-index.ts'

const context = quietContext()
const openWith = (adapter: VectorAdapter) => async (settings: PassageIndexContractSettings) =>
  openPassageIndex({ ...settings, analysis: await analyseChunks(settings.chunks), adapter, log: context.log })

passageIndexContract('BM25 with the exact search', openWith('exact'))
passageIndexContract('BM25 with whatever is there', openWith('auto'))

const faiss = loadFaiss()
const missing = 'reason' in faiss ? faiss.reason : null
passageIndexContract('BM25 with FAISS', openWith('faiss'), { missing })

it.skipIf(missing !== null)('gives the very same hits with FAISS as without', async () => {
  const { queries, ...settings } = samplePassages(700, 48, 2)
  const [exact, other] = [await openWith('exact')(settings), await openWith('faiss')(settings)]
  for (const query of queries) {
    for (const k of [1, 7, 30]) {
      expect(await other.search({ ...query, k }, context)).toEqual(await exact.search({ ...query, k }, context))
    }
  }
})

it.skipIf(missing === null)('says what to do where FAISS is wanted and does not load', async () => {
  await expect(openWith('faiss')(samplePassages(3))).rejects.toThrow(/FAISS does not load .*exact/)
})
