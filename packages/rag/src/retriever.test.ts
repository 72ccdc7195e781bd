import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CodedError, type ShopDocument } from '@marketplace-agent/domain'
import { type Embedder, openEmbedder } from '@marketplace-agent/llm'
import { quietContext } from '@marketplace-agent/llm/testing'
import { describe, expect, it } from 'vitest'
import { openRetriever, type RetrieverSettings } from './open-retriever.ts'
import type { RetrieveOptions } from './port.ts'

const documents: readonly ShopDocument[] = [
  {
    id: 'returns',
    title: 'Returns and refunds',
    kind: 'policy',
    text: `## How long you can return an item

You can return an item within 30 days of delivery. After that we can't take it back.

## What can't be returned

We can't take back seeds and bulbs, because they are alive.

## When you get your money back

We refund you within 5 days of getting the parcel.
`,
  },
  {
    id: 'mower-manual',
    title: 'GreenCut 40 manual',
    kind: 'manual',
    product: 1,
    category: 'mowers',
    text: `## Starting the mower

To start the GreenCut 40:

1. Turn the key.
2. Pull the lever.
3. Press the button.

## Charging the battery

The battery charges in 90 minutes. It lasts for 45 minutes.
`,
  },
  {
    id: 'trimmer-manual',
    title: 'EdgeLine 20 manual',
    kind: 'manual',
    product: 2,
    category: 'trimmers',
    text: `## Charging the battery

The battery charges in 60 minutes. It lasts for 30 minutes.
`,
  },
  {
    id: 'delivery',
    title: 'Delivery',
    kind: 'faq',
    text: `## How much is delivery?

Delivery costs 4.90 €. It is free from 60 €.

## If another shop is cheaper

We match the price of another shop within 14 days.
`,
  },
]

const context = quietContext()
const embedder = openEmbedder({ kind: 'lexical' }).first

const open = (settings: Partial<RetrieverSettings> = {}) =>
  openRetriever({
    documents,
    embedder,
    folder: null,
    log: context.log,
    synonyms: [['return', 'send back']],
    ...settings,
  })

describe('a retriever', async () => {
  const retriever = await open()
  const ask = (question: string, options: RetrieveOptions = {}) => retriever.retrieve(question, options, context)

  it.each([
    ['how long can i return something', 'returns#0', 'You can return an item within 30 days of delivery.'],
    ['returns?', 'returns#0', 'You can return an item within 30 days of delivery.'],
    ['refund policy', 'returns#', 'We refund you within 5 days of getting the parcel.'],
    ['can i send back seeds', 'returns#1', "We can't take back seeds and bulbs, because they are alive."],
    ['what does delivery cost', 'delivery#0', 'Delivery costs 4.90 €.'],
    [
      'how do i start the greencut',
      'mower-manual#0',
      'To start the GreenCut 40:\n\n1. Turn the key.\n2. Pull the lever.\n3. Press the button.',
    ],
    ['baterry charging green cut', 'mower-manual#1', 'The battery charges in 90 minutes.'],
  ])('answers %s', async (question, id, quote) => {
    const [first] = await ask(question)
    expect(first?.quote.text).toBe(quote)
    expect(first?.chunk.id.startsWith(id)).toBe(true)
    const { text } = retriever.document(first!.chunk.documentId)!
    expect(text.slice(first!.quote.start, first!.quote.end)).toBe(quote)
    expect(first!.score).toBeGreaterThan(0.5)
    expect(first!.score).toBeLessThanOrEqual(1)
  })

  it.each([
    "what's the capital of France",
    'who won the match',
    'how tall is the Eiffel tower',
    'tell me a joke',
    'asdf qwer',
    'what is it',
    '',
    '🤷',
  ])('has no answer to %j', async (question) => {
    expect(await ask(question)).toEqual([])
  })

  it('answers two things asked of one passage in one quote', async () => {
    const passages = await ask('how much is delivery and when is it free?')
    expect(passages[0]?.quote.text).toBe('Delivery costs 4.90 €. It is free from 60 €.')
    expect(passages.map(({ answers }) => answers)).toEqual(passages.map((_passage, i) => i === 0))
  })

  it('answers two things asked from two passages', async () => {
    const passages = await ask('how long can i return something, and when do i get my money back?')
    expect(passages.filter(({ answers }) => answers).map(({ chunk }) => chunk.id)).toEqual(['returns#0', 'returns#2'])
    expect(passages.length).toBeLessThanOrEqual(3)
  })

  it('answers the part that it can', async () => {
    const passages = await ask('what does delivery cost and who is the president?')
    expect(passages.filter(({ answers }) => answers).map(({ chunk }) => chunk.id)).toEqual(['delivery#0'])
  })

  it('knows by what is talked about what a question leaves open', async () => {
    expect(await ask('how long does it last?', { about: 'the battery of the EdgeLine' })).toMatchObject([
      { chunk: { id: 'trimmer-manual#0' } },
      {},
    ])
    expect((await ask('can i send it back', { about: 'bulbs' }))[0]?.chunk.id).toBe('returns#1')
    expect((await ask('what does delivery cost', { about: 'refunds' }))[0]?.chunk.id).toBe('delivery#0')
    expect(await ask('how tall is the Eiffel tower', { about: 'delivery' })).toEqual([])
  })

  it('finds the question in a story', async () => {
    const [first] = await ask(
      'Hello! My aunt gave me a spade and I do not like it at all. For how long can I return it?',
    )
    expect(first?.chunk.id).toBe('returns#0')
  })

  it('gives three at most, or as many as are wanted, each once', async () => {
    const all = await ask('battery charging minutes delivery days', { limit: 10 })
    expect((await ask('battery charging')).length).toBeLessThanOrEqual(3)
    expect(await ask('battery charging', { limit: 1 })).toHaveLength(1)
    expect(new Set(all.map(({ chunk }) => chunk.id)).size).toBe(all.length)
  })

  it('keeps to a filter', async () => {
    const found = await ask('how long does the battery last', { filter: { products: [2] } })
    expect(found.map(({ chunk }) => chunk.id)).toEqual(['trimmer-manual#0'])
    expect(await ask('how long does the battery last', { filter: { kinds: ['policy'] } })).toEqual([])
  })

  it('puts first what is preferred, and requires it not', async () => {
    for (const product of [1, 2]) {
      const [first] = await ask('battery charging', { prefer: { products: [product] } })
      expect(first?.chunk.product).toBe(product)
    }
    const [other] = await ask('what does delivery cost', { prefer: { products: [1], categories: ['mowers'] } })
    expect(other?.chunk.id).toBe('delivery#0')
    const within = await ask('battery charging', { prefer: { products: [1] }, filter: { products: [2] } })
    expect(within.map(({ chunk }) => chunk.product)).toEqual([2])
  })

  it('opens the sections of the document that a subject is of, in its order', async () => {
    const passages = await ask('tell me about returns', { overview: true })
    expect(passages.map(({ chunk, quote }) => [chunk.section, quote.text])).toEqual([
      ['How long you can return an item', 'You can return an item within 30 days of delivery.'],
      ["What can't be returned", "We can't take back seeds and bulbs, because they are alive."],
      ['When you get your money back', 'We refund you within 5 days of getting the parcel.'],
    ])
    expect(passages.every(({ answers }) => answers)).toBe(true)
    expect(await ask('tell me about returns', { overview: true, limit: 2 })).toHaveLength(2)
    expect(await ask('zebra crossings', { overview: true })).toEqual([])
    // A section of its own, and what is no policy, are answered as ever.
    for (const question of ['tell me about charging the battery', 'tell me about delivery'])
      expect((await ask(question, { overview: true }))[0]).toEqual((await ask(question))[0])
  })

  it('knows its documents and its parts', async () => {
    expect(retriever.documents()).toEqual(documents)
    expect(retriever.document('delivery')?.title).toBe('Delivery')
    expect(retriever.document('nothing')).toBeUndefined()
    expect(await retriever.status(context)).toMatchObject({ chunks: 8, embedder: embedder.id })
  })

  it('goes on by words alone when the embedder fails, and says so', async () => {
    const failing: Embedder = {
      ...embedder,
      embed: (texts, given) => (texts.length === 1 ? Promise.reject(new Error('gone')) : embedder.embed(texts, given)),
    }
    const degraded: string[] = []
    const [first] = await (
      await open({ embedder: failing, documents: documents.slice(0, 1) })
    ).retrieve(
      'returns',
      {},
      {
        ...context,
        degrade: (part) => degraded.push(part),
      },
    )
    expect(first?.chunk.id).toBe('returns#0')
    expect(degraded).toEqual(['embedder'])
  })

  it('stops when it is told to', async () => {
    await expect(retriever.retrieve('returns', {}, quietContext(AbortSignal.abort()))).rejects.toThrow(CodedError)
  })

  it('has nothing to say without documents', async () => {
    expect(await (await open({ documents: [] })).retrieve('returns', {}, context)).toEqual([])
  })

  it('refuses an impossible chunking', async () => {
    await expect(open({ chunking: { size: 30, overlap: 30 } })).rejects.toThrow(/not possible/)
  })
})

describe('opening a retriever with a folder', () => {
  /** Opens it, and tells how many texts were embedded. */
  async function embeddedBy(folder: string, settings: Partial<RetrieverSettings> = {}): Promise<number> {
    let count = 0
    const counting: Embedder = {
      ...(settings.embedder ?? embedder),
      embed(texts, given) {
        count += texts.length
        return embedder.embed(texts, given)
      },
    }
    const retriever = await open({ ...settings, folder, embedder: counting })
    const made = count
    expect((await retriever.retrieve('how long can i return something', {}, context))[0]?.chunk.id).toBe('returns#0')
    return made
  }

  it('embeds what is new or changed, and no more', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'retriever-'))
    const changed = documents.map((document) =>
      document.id === 'delivery' ? { ...document, text: document.text.replace('4.90', '5.90') } : document,
    )
    expect(await embeddedBy(folder)).toBe(8)
    expect(await embeddedBy(folder)).toBe(0)
    expect(await embeddedBy(folder, { documents: documents.toReversed() })).toBe(0)
    expect(await embeddedBy(folder, { documents: changed })).toBe(2)
    expect(await embeddedBy(folder, { documents: changed })).toBe(0)
    expect(await embeddedBy(folder, { documents: documents.slice(0, 2) })).toBe(0)
    expect(await embeddedBy(folder)).toBe(3)
    expect(await embeddedBy(folder, { chunking: { size: 400, overlap: 40 } })).toBe(8)
    expect(
      await embeddedBy(folder, { chunking: { size: 400, overlap: 40 }, embedder: { ...embedder, id: 'another' } }),
    ).toBe(8)
    expect(await embeddedBy(folder, { chunking: { size: 400, overlap: 40 } })).toBe(0)
    await rm(folder, { recursive: true })
  })

  it('makes damaged files again', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'retriever-'))
    await embeddedBy(folder)
    const saved = join(folder, embedder.id)
    for (const name of await readdir(saved)) await writeFile(join(saved, name), 'x')
    expect(await embeddedBy(folder)).toBe(8)
    expect(await embeddedBy(folder)).toBe(0)
    await rm(folder, { recursive: true })
  })
})
