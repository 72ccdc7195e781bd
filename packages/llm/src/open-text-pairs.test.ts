import { mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CodedError } from '@marketplace-agent/domain'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { encodePair } from './cross-encoder/pair-model.ts'
import { defaultModel } from './open-embedder.ts'
import { openTextPairs } from './open-text-pairs.ts'
import { quietContext } from './testing/contexts.ts'
import { modelsForTests } from './testing/models-for-tests.ts'
import { readTokenizer } from './testing/read-tokenizer.ts'
import { recordedLog } from './testing/recorded-log.ts'
import { sharedWords, tinyCrossEncoderFiles } from './testing/tiny/tiny-cross-encoder.ts'
import { tinyModelFiles, writeModel } from './testing/tiny/tiny-model.ts'

const files = tinyCrossEncoderFiles()

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pairs-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function open(changed: Record<string, string | Uint8Array> = {}) {
  await writeModel(folder, { ...files, ...changed })
  return await openWritten()
}

async function openWritten() {
  const { log, lines } = recordedLog()
  const scorer = await openTextPairs({ folder, log })
  onTestFinished(() => scorer.close())
  const score = async (query: string, ...texts: string[]) =>
    Array.from(await scorer.score(query, texts, quietContext()))
  return { scorer, score, lines }
}

describe('a cross-encoder', () => {
  it('scores each text by how well it goes with the query, in their order', async () => {
    const { score } = await open()
    expect(
      await score('Refund for a cable', 'The battery.', 'A refund of the cable.', 'Cable?', 'Words it has never seen'),
    ).toEqual([0, 2, 1, 0])
  })

  it('has a score for what is empty, and none for nothing', async () => {
    const { score } = await open()
    expect(await score('refund', '', ' \n')).toEqual([0, 0])
    expect(await score('', 'refund')).toEqual([0])
    expect(await score('refund')).toEqual([])
  })

  it('reads 64 tokens of the query and 512 of both with their marks', async () => {
    const { score } = await open()
    const cables = (count: number) => 'cable '.repeat(count)
    expect(await score('refund', `${cables(507)} refund`, `${cables(508)} refund`, cables(90_000))).toEqual([1, 0, 0])
    expect(await score(`${cables(63)} refund`, 'refund')).toEqual([1])
    expect(await score(`${cables(64)} refund`, 'refund')).toEqual([0])
    expect(await score('parcel '.repeat(90_000), `${cables(444)} parcel`, `${cables(445)} parcel`)).toEqual([64, 0])
  })

  it('fails one call where the weights fail on a text, and says nothing of it', async () => {
    const { score, lines } = await open()
    const error: unknown = await score('refund', 'unembedded').catch((error: unknown) => error)
    expect(error).toEqual(new CodedError('unavailable', 'The cross-encoder gave no answer.'))
    expect((error as CodedError).cause).toBeUndefined()
    expect(await score('refund', 'refund')).toEqual([1])
    expect(lines).toEqual([])
  })

  it('names folder and files in its id', async () => {
    const { scorer } = await open()
    expect(scorer.id).toMatch(/^pairs-\w+-[0-9a-f]{12}-v1$/)
    const { scorer: other } = await open({ 'onnx/model_quantized.onnx': sharedWords([2]) })
    expect(other.id).not.toBe(scorer.id)
  })

  it('takes weights that are not quantised', async () => {
    await writeModel(folder, files)
    await rename(join(folder, 'onnx/model_quantized.onnx'), join(folder, 'onnx/model.onnx'))
    const { score } = await openWritten()
    expect(await score('refund', 'refund')).toEqual([1])
  })
})

describe('what is no cross-encoder', () => {
  const refusal = (error: unknown) => {
    expect(error).toBeInstanceOf(CodedError)
    const { code, message } = error as CodedError
    expect(code).toBe('unavailable')
    expect(message).not.toContain('\n')
    return message
  }

  it('says what is missing and what to do', async () => {
    expect(refusal(await openWritten().catch((error: unknown) => error))).toBe(
      `The cross-encoder in ${folder} can't be used: ${folder}/config.json is missing; put a cross-encoder's config.json, ` +
        'tokenizer_config.json, tokenizer.json and onnx/model_quantized.onnx (or onnx/model.onnx) there, or do without one.',
    )
    await writeModel(folder, files)
    for (const path of Object.keys(files)) {
      await rm(join(folder, path))
      await expect(openWritten()).rejects.toThrow(`${path} is missing`)
      await writeModel(folder, files)
    }
  })

  const tokenizer = files['tokenizer.json'] as string
  const weights = (content: string | Uint8Array) => ({ 'onnx/model_quantized.onnx': content })

  it.each<[string, Record<string, string | Uint8Array>, RegExp]>([
    ['a JSON file cut short', { 'tokenizer.json': tokenizer.slice(0, 500) }, /tokenizer.json is not a JSON object/],
    ['an object that is no tokenizer', { 'tokenizer.json': '{"a": 1}' }, /not those of a BERT/],
    [
      'a tokenizer that joins texts another way',
      { 'tokenizer.json': tokenizer.replace('{"Sequence":{"id":"B"', '{"SpecialToken":{"id":"[SEP]"}},$&') },
      /doesn't join two texts as/,
    ],
    ['weights cut short', weights(sharedWords().slice(0, 900)), /model_quantized.onnx can't be loaded as a model/],
    ['weights of another kind', weights(tinyModelFiles()['onnx/model_quantized.onnx']!), /can't be loaded as a model/],
    ['more than one logit', weights(sharedWords([1, 1])), /don't give one number for two texts/],
    ['weights that say the same of all', weights(sharedWords([0])), /garbled/],
    ['weights that tell it the wrong way round', weights(sharedWords([-1])), /garbled/],
    ['weights that give no numbers', weights(sharedWords([Number.NaN])), /garbled/],
    [
      'a tokenizer of more words than the weights have',
      { 'tokenizer.json': tokenizer.replace(/:10(\d)/g, ':600$1') },
      /fails on a probe text/,
    ],
  ])('is refused: %s', async (_name, changed, message) => {
    const error: unknown = await open(changed).catch((error: unknown) => error)
    expect(refusal(error)).toMatch(message)
    expect(refusal(error)).toMatch(/there, or do without one\.$/)
  })
})

const models = modelsForTests(`tests with the tokenizer of ${defaultModel}`)

describe.skipIf(models === null)('a pair', () => {
  const read = () => readTokenizer(join(models!, defaultModel))

  it.each([
    ['How long can I return this?', 'Items can be returned within 30 days (unopened); see § 4.'],
    ['größe', '東京 👩‍👩‍👧 \ud800 unbelievably'],
    ['a', 'x'.repeat(9000)],
  ])("is encoded as the model's own tokenizer does (%#)", async (query, text) => {
    const encoder = await read()
    const whole = encoder.tokenizer.encode(query, { text_pair: text, return_token_type_ids: true })
    expect(encodePair(encoder, { query, text })).toEqual({ ids: whole.ids, segments: whole.token_type_ids })
  })

  it('that is long keeps its first tokens of both', async () => {
    const encoder = await read()
    const [start, end] = encoder.marks
    const query = 'tokenization '.repeat(90)
    const text = 'unbelievably '.repeat(9000)
    const first = (of: string, count: number) =>
      encoder.tokenizer.encode(of, { add_special_tokens: false }).ids.slice(0, count)
    const { ids, segments } = encodePair(encoder, { query, text })
    expect(ids).toEqual([start, ...first(query, 64), end, ...first(text, 445), end])
    expect(segments).toEqual([...Array<number>(66).fill(0), ...Array<number>(446).fill(1)])
  })
})
