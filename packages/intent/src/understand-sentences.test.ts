import { testShop } from '@marketplace-agent/catalog/testing'
import type { CallContext } from '@marketplace-agent/domain'
import type { Embedder } from '@marketplace-agent/llm'
import { fakeSentenceEmbedder, quietContext } from '@marketplace-agent/llm/testing'
import { describe, expect, it } from 'vitest'
import type { Classify } from './classifier/model.ts'
import { createEntityFinder } from './entities/find-entities.ts'
import { readLanguage } from './language/read-language.ts'
import type { HeadModel } from './sentences/head.ts'
import { type SentenceReader, createSentenceReader } from './sentences/sentence-reader.ts'
import { english } from './testing/language.ts'
import { createTestLog } from './testing/log.ts'
import { createUnderstander } from './understand.ts'

const language = await readLanguage(english)
const { tasks } = language
const taskAt = (name: string) => tasks.findIndex((task) => task.name === name)

/** n-grams that are sure of a parcel, and of nothing else. */
const classify: Classify = (masked) => {
  const share = masked.includes('parcel') ? 0.99 : 0.1
  const rest = (1 - share) / (tasks.length - 1)
  return Float64Array.from(tasks, (_, index) => (index === taskAt('track_parcel') ? share : rest))
}
const understanderOf = (sentences: SentenceReader) =>
  createUnderstander({
    language,
    classify,
    finder: createEntityFinder(testShop(), language),
    correct: (message) => message,
    vocabulary: new Set(),
    sentences,
  })

/** A head that says one task whatever it is shown. */
const saying = (task: string, sureness = 8): HeadModel => ({
  dimensions: 384,
  hidden: 1,
  classes: tasks.length,
  inner: new Float32Array(384),
  innerBias: Float32Array.of(1),
  outer: Float32Array.from(tasks, (_, index) => (index === taskAt(task) ? sureness : 0)),
  outerBias: new Float32Array(tasks.length),
})

const unhurried = { patience: Infinity, now: () => 0 }

async function withHead(task: string, embedder: Embedder = fakeSentenceEmbedder(), timing = unhurried) {
  const log = createTestLog()
  const openHead = async () => saying(task)
  const sentences = createSentenceReader({ openHead, log, ...timing })
  const understander = understanderOf(sentences)
  await understander.sentences(embedder)
  return { understander, log, embedder }
}

/** Says nothing that n-grams know. */
const strange = 'zorble the quimby fandango'
const plain = 'where is my parcel'

describe('understanding with sentence vectors', () => {
  it('asks for none where the n-grams are sure', async () => {
    const embedder = fakeSentenceEmbedder()
    const { understander } = await withHead('greeting', embedder)
    const understood = await understander.understand(plain)
    expect(understood).toEqual(understander.read(plain))
    expect(understood.decidedBy).toBe('ngram')
    expect(embedder.calls).toEqual([])
  })

  it("asks for each unsure clause's own text, and goes by both", async () => {
    const embedder = fakeSentenceEmbedder()
    const { understander } = await withHead('compare_products', embedder)
    const understood = await understander.understand(`  ${strange} `)
    expect(embedder.calls).toEqual([[strange]])
    expect(understood).toMatchObject({ intent: 'comparison', decidedBy: 'cascade' })
    expect(understood.clauses[0]).toMatchObject({ text: strange, task: 'compare_products', confident: true })
    expect(understood.clauses[0]?.intents.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(1)
  })

  it('is by the n-grams alone without an embedder, and when it is taken away', async () => {
    const { understander } = await withHead('compare_products')
    expect(understander.classifier).toBe('cascade')
    expect(await understander.sentences(null)).toBe(false)
    expect(understander.classifier).toBe('ngram')
    expect(await understander.understand(strange)).toEqual(understander.read(strange))
    expect(() => understander.using('minilm')).toThrow(/needs the sentence model/)
  })

  it('can be had with any one classifier', async () => {
    const { understander } = await withHead('compare_products')
    expect(await understander.using('minilm').understand(plain)).toMatchObject({
      intent: 'comparison',
      decidedBy: 'minilm',
    })
    expect(await understander.using('ngram').understand(strange)).toEqual(understander.read(strange))
    // An answer of the word lists is one, whatever a vector says.
    expect(await understander.using('minilm').understand('yes please')).toMatchObject({ answer: 'yes' })
    expect((await understander.using('minilm').understand('yes')).clauses[0]?.act).toBe('yes')
  })

  it('goes on by the n-grams when the embedder fails, says so once and tells no text', async () => {
    const embedder = fakeSentenceEmbedder()
    const { understander } = await withHead('compare_products', embedder)
    embedder.failWith(new Error(`could not embed ${strange}`))
    const degraded: string[] = []
    const logged: string[] = []
    const context: CallContext = {
      ...quietContext(),
      degrade: (part) => void degraded.push(part),
      log: { ...createTestLog(), warn: (fields, message) => void logged.push(JSON.stringify(fields) + message) },
    }
    const message = `${strange}. And ${strange} blorp?`
    expect(await understander.understand(message, context)).toEqual(understander.read(message))
    expect(degraded).toEqual(['embedder'])
    expect(logged).toHaveLength(1)
    expect(logged[0]).not.toContain('zorble')
  })

  it('gives the embedder as long as its patience, or the context, allows', async () => {
    const deadlines: number[] = []
    const embedder: Embedder = {
      ...fakeSentenceEmbedder(),
      async embed(texts, { deadline }) {
        deadlines.push(deadline)
        return texts.map(() => new Float32Array(384))
      },
    }
    const { understander } = await withHead('compare_products', embedder, { patience: 50, now: () => 1000 })
    await understander.understand(strange, quietContext())
    await understander.understand(strange, { ...quietContext(), deadline: 1020 })
    await understander.understand(strange)
    expect(deadlines).toEqual([1050, 1020, 1050])
  })

  it('drops a head that is still being made when another embedder comes', async () => {
    const log = createTestLog()
    const signals: AbortSignal[] = []
    const sentences = createSentenceReader({
      openHead: (embedder, { signal }) => {
        signals.push(signal)
        if (embedder.id === 'quick') return Promise.resolve(saying('greeting'))
        return new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(new Error('aborted')))
        })
      },
      log,
      ...unhurried,
    })
    const slow = sentences.use(fakeSentenceEmbedder({ id: 'slow' }))
    expect(sentences.ready).toBe(false)
    expect(await sentences.use(fakeSentenceEmbedder({ id: 'quick' }))).toBe(true)
    expect(await slow).toBe(false)
    expect(signals[0]?.aborted).toBe(true)
    expect(sentences.ready).toBe(true)
    expect(log.warnings).toEqual([])
  })

  it('stays with the n-grams where no head can be made, and warns once', async () => {
    const log = createTestLog()
    const openHead = () => Promise.reject(new Error('no'))
    const sentences = createSentenceReader({ openHead, log, ...unhurried })
    expect(await sentences.use(fakeSentenceEmbedder())).toBe(false)
    expect(sentences.ready).toBe(false)
    expect(log.warnings).toHaveLength(1)
  })
})
