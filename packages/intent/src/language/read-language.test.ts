import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OperatorError } from '@marketplace-agent/domain'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { english } from '../testing/language.ts'
import { readLanguage } from './read-language.ts'

const tasks = [
  { name: 'track', intent: 'delivery', act: 'ask', about: 'where it is' },
  { name: 'hello', intent: 'general', act: 'greet', about: 'hello' },
]

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'language-'))
  await mkdir(join(folder, 'utterances'))
  await writeFile(join(folder, 'tasks.json'), JSON.stringify(tasks))
  await writeFile(join(folder, 'words.json'), await readFile(join(english, 'words.json')))
  await writeFile(join(folder, 'utterances/track.txt'), '# lines\nwhere is {order}\n\n  is it here yet  \n')
  await writeFile(join(folder, 'utterances/hello.txt'), 'hello\n')
})
afterEach(() => rm(folder, { recursive: true }))

const failure = () =>
  readLanguage(folder).then(
    () => '',
    (error: unknown) => (error instanceof OperatorError ? error.message : String(error)),
  )

describe('readLanguage', () => {
  it('reads tasks and their utterances, without comments and blank lines', async () => {
    const language = await readLanguage(folder)
    expect(language.utterances).toEqual([
      { text: 'where is {order}', task: 0 },
      { text: 'is it here yet', task: 0 },
      { text: 'hello', task: 1 },
    ])
  })

  it('has another hash as soon as one line differs', async () => {
    const { hash } = await readLanguage(folder)
    expect((await readLanguage(folder)).hash).toBe(hash)
    await writeFile(join(folder, 'utterances/hello.txt'), 'hello\nhi\n')
    expect((await readLanguage(folder)).hash).not.toBe(hash)
  })

  it('names the line of an unknown placeholder', async () => {
    await writeFile(join(folder, 'utterances/hello.txt'), 'hello\nhi {shop}\n')
    expect(await failure()).toMatch(/hello\.txt, line 2: \{shop\}/)
  })

  it('names a file that is no task, one that is missing and one without a line', async () => {
    await writeFile(join(folder, 'utterances/bye.txt'), 'bye\n')
    expect(await failure()).toMatch(/bye\.txt is no task/)
    await rm(join(folder, 'utterances/bye.txt'))
    await writeFile(join(folder, 'utterances/hello.txt'), '# nothing\n')
    expect(await failure()).toMatch(/hello\.txt has no utterance/)
    await rm(join(folder, 'utterances/hello.txt'))
    expect(await failure()).toMatch(/hello\.txt can't be read/)
  })

  it('names what is wrong in a JSON file', async () => {
    await writeFile(join(folder, 'tasks.json'), JSON.stringify([...tasks, { ...tasks[0], intent: 'gossip' }]))
    expect(await failure()).toMatch(/tasks\.json: \/2\/intent/)
    await writeFile(join(folder, 'tasks.json'), '[{"name": }]')
    expect(await failure()).toMatch(/tasks\.json is not JSON/)
  })
})
