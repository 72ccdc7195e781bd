import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testShop } from '@marketplace-agent/catalog/testing'
import { fakeSentenceEmbedder } from '@marketplace-agent/llm/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readLanguage } from '../language/read-language.ts'
import { english } from '../testing/language.ts'
import { createTestLog } from '../testing/log.ts'
import { inOrderOfLearning, learningCurve, partOf, shares } from './learning-curve.ts'

const tasks = [
  { name: 'track', intent: 'delivery', act: 'ask', about: 'where it is' },
  { name: 'hello', intent: 'general', act: 'greet', about: 'hello' },
]
const things = ['parcel', 'order', 'box', 'delivery', 'shipment', 'letter', 'van', 'driver', 'package', 'courier']
const lines = [
  { text: 'where might the van be', intent: 'delivery' },
  { text: 'hello dear letter', intent: 'general', alt: 'delivery' },
].map((row) => JSON.stringify(row))

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'curve-'))
  await mkdir(join(folder, 'utterances'))
  await cp(join(english, 'words.json'), join(folder, 'words.json'))
  await writeFile(join(folder, 'tasks.json'), JSON.stringify(tasks))
  const write = (name: string, of: (thing: string) => string) =>
    writeFile(join(folder, 'utterances', `${name}.txt`), things.map(of).join('\n'))
  await write('track', (thing) => `where is the ${thing}\nwhere might my ${thing} be`)
  await write('hello', (thing) => `hello ${thing}\nhello there dear ${thing}`)
})
afterAll(() => rm(folder, { recursive: true }))

const options = () => ({ languageFolder: folder, shop: testShop(), log: createTestLog() })

describe('learningCurve', () => {
  it('measures the n-grams after each part of the utterances', async () => {
    const progress: number[] = []
    const report = await learningCurve(lines, {
      ...options(),
      embedder: null,
      onProgress: (done) => void progress.push(done),
    })
    expect(report.messages).toBe(2)
    expect(report.points.map(({ share, utterances }) => [share, utterances])).toEqual([
      [0.05, 2],
      [0.1, 4],
      [0.25, 10],
      [0.5, 20],
      [0.75, 30],
      [1, 40],
    ])
    expect(report.points.at(-1)).toMatchObject({ ngram: { accuracy: 1 }, minilm: null, cascade: null })
    expect(progress).toEqual([0, ...shares.map((_, index) => index + 1)])
  })

  it('measures heads, too, and asks for each vector once', async () => {
    const embedder = fakeSentenceEmbedder()
    const { points } = await learningCurve(lines, { ...options(), embedder })
    expect(points.at(-1)).toMatchObject({ cascade: { accuracy: 1, accuracy_alt: 1 } })
    expect(points.at(-1)?.minilm?.accuracy).toBeGreaterThanOrEqual(0)
    const asked = embedder.calls.flat()
    expect(new Set(asked).size).toBe(asked.length)
  })

  it('learns at last what the shop does, and before that parts that hold the smaller ones', async () => {
    const language = await readLanguage(folder)
    const ordered = inOrderOfLearning(language)
    const parts = shares.map((share) => partOf(language, ordered, share))
    expect(parts.at(-1)).toEqual(language.utterances)
    for (const [index, part] of parts.slice(1).entries())
      expect(part).toEqual(expect.arrayContaining(parts[index] ?? []))
  })

  it('names a broken line before it trains', async () => {
    await expect(learningCurve([...lines, '{'], { ...options(), embedder: null })).rejects.toThrow(/^Line 3/)
  })
})
