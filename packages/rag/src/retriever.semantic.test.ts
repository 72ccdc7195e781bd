import type { ShopDocument } from '@marketplace-agent/domain'
import { fakeSentenceEmbedder, quietContext } from '@marketplace-agent/llm/testing'
import { describe, expect, it } from 'vitest'
import { openRetriever, type RetrieverSettings } from './open-retriever.ts'
import type { Reranker } from './port.ts'

const documents: readonly ShopDocument[] = [
  { id: 'returns', title: 'Returns', kind: 'policy', text: 'You can return an item within 30 days.' },
  { id: 'mower', title: 'GreenCut manual', kind: 'manual', text: '## Battery\n\nThe mower battery lasts 45 minutes.' },
  {
    id: 'trimmer',
    title: 'EdgeLine manual',
    kind: 'manual',
    text: '## Battery\n\nThe trimmer battery lasts 30 minutes.',
  },
]
const context = quietContext()
const fake = () => fakeSentenceEmbedder({ synonyms: [['return', 'give', 'back', 'regret']] })
const open = (settings: Partial<RetrieverSettings> & Pick<RetrieverSettings, 'embedder'>) =>
  openRetriever({ documents, folder: null, log: context.log, ...settings })

describe('a retriever with vectors of senses', () => {
  it('embeds the chunks, each heading once, and each sentence alone and under its heading', async () => {
    const embedder = fake()
    await open({ embedder })
    const returns = 'You can return an item within 30 days.'
    const mower = 'The mower battery lasts 45 minutes.'
    const trimmer = 'The trimmer battery lasts 30 minutes.'
    expect(embedder.calls).toEqual([
      [`Returns\n${returns}`, 'Returns', returns, `Returns\n${returns}`],
      [`GreenCut manual\nBattery\n## Battery\n\n${mower}`, 'Battery', mower, `Battery\n${mower}`],
      [`EdgeLine manual\nBattery\n## Battery\n\n${trimmer}`, 'Battery', trimmer, `Battery\n${trimmer}`],
    ])
  })

  it('embeds no sentences of very many', async () => {
    const embedder = fake()
    const text = Array.from({ length: 5001 }, (_, i) => `Item ${i} is sold.`).join(' ')
    await open({ embedder, documents: [...documents, { id: 'list', title: 'List', kind: 'policy', text }] })
    expect(embedder.calls[0]).toHaveLength(2)
  })

  it('quotes the sentence that is nearest in sense, whose words are others', async () => {
    const embedder = fakeSentenceEmbedder({
      synonyms: [
        ['window', 'give', 'days'],
        ['regret', 'return'],
      ],
    })
    const text = 'You may open an item. Regret it within 30 days. A returned item must be clean.'
    const retriever = await open({ embedder, documents: [{ id: 'returns', title: 'Returns', kind: 'policy', text }] })
    const [first] = await retriever.retrieve('return window', {}, context)
    expect(first?.quote.text).toBe('Regret it within 30 days.')
  })

  it('embeds a question once, as the customer wrote it', async () => {
    const embedder = fake()
    const retriever = await open({ embedder })
    const before = embedder.calls.length
    await retriever.retrieve('  Hi! My aunt bought a lamp. Can I return  an item? ', {}, context)
    expect(embedder.calls.slice(before)).toEqual([['Hi! My aunt bought a lamp. Can I return  an item?']])
  })

  it('adds what is talked about to a question that leaves it open', async () => {
    const embedder = fake()
    const retriever = await open({ embedder })
    const before = embedder.calls.length
    const [first] = await retriever.retrieve('how long does it last?', { about: 'the trimmer battery' }, context)
    expect(embedder.calls.slice(before)).toEqual([['the trimmer battery how long does it last?']])
    expect(first?.chunk.documentId).toBe('trimmer')
  })

  it('goes on by words alone when the embedder fails', async () => {
    const embedder = fake()
    const retriever = await open({ embedder })
    embedder.failWith(new Error('gone'))
    const degraded: string[] = []
    const degrading = { ...context, degrade: (part: string) => void degraded.push(part) }
    const [first] = await retriever.retrieve('how long can i return an item', {}, degrading)
    expect(first?.chunk.documentId).toBe('returns')
    expect(degraded).toEqual(['embedder'])
  })

  it('answers in the order of the re-ranker it is given', async () => {
    const reranker: Reranker = {
      id: 'trimmers first',
      rerank: async (_query, candidates) => candidates.map(({ chunk }) => (chunk.documentId === 'trimmer' ? 5 : 0)),
    }
    const retriever = await open({ embedder: fake(), reranker })
    const [first] = await retriever.retrieve('how long does the battery last', {}, context)
    expect(first?.chunk.documentId).toBe('trimmer')
  })

  it('answers several at once, each its own question, while a re-ranker thinks', async () => {
    const thinking: (() => void)[] = []
    const reranker: Reranker = {
      id: 'slow',
      async rerank(_query, candidates) {
        await new Promise<void>((resolve) => thinking.push(resolve))
        return candidates.map(({ score }) => score * 10)
      },
    }
    const retriever = await open({ embedder: fake(), reranker })
    const answers = ['how long does the mower battery last', 'can i return an item'].map((question) =>
      retriever.retrieve(question, {}, context),
    )
    while (thinking.length < 2) await new Promise((resolve) => setImmediate(resolve))
    thinking.toReversed().forEach((resolve) => resolve())
    const [mower, returns] = await Promise.all(answers)
    expect(mower![0]?.quote.text).toBe('The mower battery lasts 45 minutes.')
    expect(returns![0]?.quote.text).toBe('You can return an item within 30 days.')
  })
})
