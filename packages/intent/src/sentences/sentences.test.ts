import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createRandom } from '../classifier/random.ts'
import { combine } from './combine.ts'
import { hashOfSentences, sentencesOf } from './examples.ts'
import { headFileName, loadHead, saveHead } from './head-file.ts'
import { type HeadModel, createHead } from './head.ts'
import { trainHead } from './train-head.ts'

const tasks = [
  { name: 'track', intent: 'delivery', act: 'ask', about: 'where it is' },
  { name: 'hello', intent: 'general', act: 'greet', about: 'hello' },
] as const
const utterances = [
  { text: 'where is {order}', task: 0 },
  { text: 'is it late', task: 0 },
  { text: 'hello', task: 1 },
]

describe('the sentences to learn from', () => {
  it('are those of the utterances, twice where something is to be filled in, in whatever order they stand', () => {
    const sentences = sentencesOf({ utterances })
    expect(sentences).toHaveLength(4)
    expect(sentences.every(({ text }) => !text.includes('{'))).toBe(true)
    expect(sentencesOf({ utterances: utterances.toReversed() })).toEqual(sentences)
  })

  it('have a hash that follows the words and intents, not the order or what a task is said to be about', () => {
    const hash = hashOfSentences({ tasks: [...tasks], utterances })
    const about = tasks.map((task) => ({ ...task, about: 'something' }))
    expect(hashOfSentences({ tasks: about, utterances: utterances.toReversed() })).toBe(hash)
    expect(hashOfSentences({ tasks: [...tasks], utterances: utterances.slice(1) })).not.toBe(hash)
    const moved = tasks.map((task) => ({ ...task, intent: 'general' as const }))
    expect(hashOfSentences({ tasks: moved, utterances })).not.toBe(hash)
  })
})

/** Vectors of unit length round the corners of a cube, one corner a task. */
function cloud(count: number, random: () => number) {
  const examples = Array.from({ length: count }, (_, index) => index % 3)
  const vectors = examples.map((task) => {
    const vector = Float32Array.from({ length: 8 }, (_, at) => (at === task ? 1 : 0) + 0.6 * (random() - 0.5))
    const length = Math.hypot(...vector)
    return vector.map((value) => value / length)
  })
  return { vectors, tasks: examples }
}
const bestOf = (probabilities: Float64Array) => probabilities.indexOf(Math.max(...probabilities))

describe('a head', () => {
  const known = cloud(300, createRandom(1))
  const others = cloud(60, createRandom(2))
  const train = () => trainHead({ ...known, classes: 3, groups: [0, 0, 1] })

  it('learns tasks from vectors, gives probabilities, and is the same when it is trained again', async () => {
    const model = await train()
    const read = createHead(model)
    const right = others.vectors.filter((vector, index) => bestOf(read(vector)) === others.tasks[index])
    expect(right).toHaveLength(60)
    const probabilities = read(others.vectors[0] as Float32Array)
    expect(probabilities.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1)
    expect(await train()).toEqual(model)
  })

  it('ends when it is told to', async () => {
    const signal = AbortSignal.abort(new Error('enough'))
    await expect(trainHead({ ...known, classes: 3, groups: [0, 0, 1] }, signal)).rejects.toThrow('enough')
  })

  describe('that is kept', () => {
    let folder: string
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'head-'))
    })
    afterEach(() => rm(folder, { recursive: true }))

    it('reads as it did, for its own key only', async () => {
      const model = await train()
      await saveHead(folder, 'a', model)
      const kept = (await loadHead(folder, 'a')) as HeadModel
      const [before, after] = [createHead(model), createHead(kept)]
      for (const vector of others.vectors) {
        const wanted = before(vector)
        after(vector).forEach((value, index) => expect(Math.abs(value - (wanted[index] as number))).toBeLessThan(0.03))
      }
      expect(await loadHead(folder, 'b')).toBeNull()
    })

    it.each([
      ['cut short', (bytes: Buffer) => bytes.subarray(0, -5)],
      ['changed', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -1), Buffer.of((bytes.at(-1) ?? 0) ^ 1)])],
      ['empty', () => Buffer.alloc(0)],
      ['something else', () => Buffer.from('{"key":"a"}\n')],
    ])('is none when it is %s', async (_, damage) => {
      await saveHead(folder, 'a', await train())
      const file = join(folder, headFileName)
      await writeFile(file, damage(await readFile(file)))
      expect(await loadHead(folder, 'a')).toBeNull()
    })
  })
})

describe('combine', () => {
  it('is sure where both are, and follows the surer one elsewhere', () => {
    const one = Float64Array.of(0.9, 0.05, 0.05)
    const unsure = Float64Array.of(0.3, 0.4, 0.3)
    expect(combine(one, one)[0]).toBeGreaterThan(0.89)
    expect(bestOf(combine(one, unsure))).toBe(0)
    expect(bestOf(combine(unsure, one))).toBe(0)
    expect(combine(one, unsure).reduce((sum, value) => sum + value, 0)).toBeCloseTo(1)
    expect(combine(Float64Array.of(1, 0, 0), Float64Array.of(0, 1, 0)).every(Number.isFinite)).toBe(true)
  })
})
