import { copyFile, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testShop } from '@marketplace-agent/catalog/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadModel, saveModel } from './classifier/model-file.ts'
import { train } from './classifier/train.ts'
import { wordsOf } from './classifier/words.ts'
import { openUnderstander } from './open.ts'
import { english } from './testing/language.ts'
import { createTestLog } from './testing/log.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'model-'))
})
afterEach(() => rm(folder, { recursive: true }))

const examples = ['where is it', 'where is that', 'hello', 'hello you'].map((text, index) => ({
  words: wordsOf(text),
  task: Math.floor(index / 2),
}))
const model = train({ examples, classes: 2, groups: [0, 1] })
const tasks = [
  { name: 'track', intent: 'delivery', act: 'ask', about: 'where it is' },
  { name: 'hello', intent: 'general', act: 'greet', about: 'hello' },
]
const file = () => join(folder, 'intent-model.bin')

describe('the kept model', () => {
  it('comes back as it was, for its own key only', async () => {
    const log = createTestLog()
    expect(await loadModel(folder, 'a', log)).toBeNull()
    await saveModel(folder, 'a', model, log)
    expect(await loadModel(folder, 'a', log)).toEqual(model)
    expect(await loadModel(folder, 'b', log)).toBeNull()
    expect(await readdir(folder)).toEqual(['intent-model.bin'])
    expect(log.warnings).toEqual([])
  })

  it.each([
    [
      'a byte is flipped',
      (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -9), Buffer.of((bytes.at(-9) ?? 0) ^ 1), bytes.subarray(-8)]),
    ],
    ['it is cut short', (bytes: Buffer) => bytes.subarray(0, -100)],
    ['it is empty', () => Buffer.alloc(0)],
    ['its head is gone', (bytes: Buffer) => bytes.subarray(40)],
  ])('is reported and made anew when %s', async (_, damage) => {
    const log = createTestLog()
    await saveModel(folder, 'a', model, log)
    await writeFile(file(), damage(await readFile(file())))
    expect(await loadModel(folder, 'a', log)).toBeNull()
    expect(log.warnings).toEqual(['The kept intent model is damaged; it is trained anew.'])
  })

  it('is done without where it cannot be kept', async () => {
    const log = createTestLog()
    await writeFile(join(folder, 'taken'), '')
    await saveModel(join(folder, 'taken'), 'a', model, log)
    expect(log.warnings).toEqual(['The intent model cannot be kept; every start will train it.'])
  })
})

describe('openUnderstander', () => {
  it('trains once, takes what it kept, and trains again when the data has changed', async () => {
    const languageFolder = join(folder, 'language')
    await mkdir(join(languageFolder, 'utterances'), { recursive: true })
    await copyFile(join(english, 'words.json'), join(languageFolder, 'words.json'))
    await writeFile(join(languageFolder, 'tasks.json'), JSON.stringify(tasks))
    await writeFile(join(languageFolder, 'utterances/track.txt'), 'where is {order}\nwhere is it\n')
    await writeFile(join(languageFolder, 'utterances/hello.txt'), 'hello\nhello you\n')
    const trainings: string[] = []
    const log = { ...createTestLog(), info: (_: object, message: string) => void trainings.push(message) }
    const open = () => openUnderstander({ languageFolder, cacheFolder: folder, shop: testShop(), log })
    const message = 'hello, where is RC-1002?'

    const first = (await open()).read(message)
    expect(trainings).toHaveLength(1)
    expect((await open()).read(message)).toEqual(first)
    expect(trainings).toHaveLength(1)
    await writeFile(join(languageFolder, 'utterances/hello.txt'), 'hello\nhi\n')
    await open()
    expect(trainings).toHaveLength(2)
  })
})
