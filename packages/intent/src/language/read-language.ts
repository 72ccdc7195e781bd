import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { OperatorError, acts, intents } from '@marketplace-agent/domain'
import { type Static, type TSchema, Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { tokenize } from '../text/tokens.ts'
import { placeholders } from './placeholders.ts'
import { Words } from './words.ts'

const Task = Type.Object(
  {
    name: Type.String({ pattern: '^[a-z_]+$' }),
    intent: Type.Union(intents.map((intent) => Type.Literal(intent))),
    act: Type.Union(acts.map((act) => Type.Literal(act))),
    about: Type.String({ minLength: 1 }),
  },
  { additionalProperties: false },
)
/** What a clause can ask for, of `tasks.json`. */
export type Task = Static<typeof Task>

/** An utterance of the training data. `task` is its place in `Language.tasks`. */
export interface Utterance {
  readonly text: string
  readonly task: number
}

export interface Language {
  readonly tasks: readonly Task[]
  readonly utterances: readonly Utterance[]
  readonly words: Words
  /** Words that stand in any utterance; without apostrophes. */
  readonly spoken: ReadonlySet<string>
  /** Words that stand in several utterances, so that they are no slip of the pen; without apostrophes. */
  readonly vocabulary: ReadonlySet<string>
  /** Of those the ones that stand in many: what a slip is likely meant for. */
  readonly common: ReadonlySet<string>
  /** Of everything that was read: what is made from it is as old as this. */
  readonly hash: string
}

/** Reads a language's folder (data/language/README.md). Throws OperatorError with the file, and the line where there is one. */
export async function readLanguage(folder: string): Promise<Language> {
  const hash = createHash('sha256')
  const read = async (...path: string[]) => {
    const file = join(folder, ...path)
    try {
      return await readFile(file, 'utf8')
    } catch (error) {
      throw new OperatorError(`${file} can't be read (${(error as Error).message}); put the language's file there.`, {
        cause: error,
      })
    }
  }
  const tasksText = await read('tasks.json')
  const tasks = parse(join(folder, 'tasks.json'), tasksText, Type.Array(Task, { minItems: 2 }))
  const wordsText = await read('words.json')
  const words = parse(join(folder, 'words.json'), wordsText, Words)
  hash.update(tasksText).update(wordsText)

  await refuseUnknownFiles(join(folder, 'utterances'), tasks)
  const utterances: Utterance[] = []
  const texts = await Promise.all(tasks.map((task) => read('utterances', `${task.name}.txt`)))
  for (const [task, text] of texts.entries()) {
    hash.update(text)
    const lines = readLines(join(folder, 'utterances', `${tasks[task]?.name}.txt`), text)
    for (const line of lines) utterances.push({ text: line, task })
  }
  return { tasks, utterances, words, ...wordsOf(utterances), hash: hash.digest('hex') }
}

const leastUtterances = 6

const commonUtterances = 6

function wordsOf(utterances: readonly Utterance[]): Pick<Language, 'spoken' | 'vocabulary' | 'common'> {
  const counts = new Map<string, number>()
  for (const { text } of utterances) {
    const own = new Set(tokenize(text).map((token) => token.text))
    for (const word of own) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const from = (least: number) => new Set([...counts].flatMap(([word, count]) => (count >= least ? [word] : [])))
  return { spoken: new Set(counts.keys()), vocabulary: from(leastUtterances), common: from(commonUtterances) }
}

function parse<S extends TSchema>(file: string, text: string, schema: S): Static<S> {
  let value: Static<S>
  try {
    value = JSON.parse(text) as Static<S>
  } catch (error) {
    throw new OperatorError(`${file} is not JSON: ${(error as Error).message}`, { cause: error })
  }
  const fault = Value.Errors(schema, value).First()
  if (fault !== undefined) throw new OperatorError(`${file}: ${fault.path || 'the whole file'}: ${fault.message}.`)
  return value
}

async function refuseUnknownFiles(folder: string, tasks: readonly Task[]) {
  const known = new Set(tasks.map((task) => `${task.name}.txt`))
  let names: string[]
  try {
    names = await readdir(folder)
  } catch (error) {
    throw new OperatorError(`${folder} can't be read (${(error as Error).message}).`, { cause: error })
  }
  const unknown = names.find((name) => name.endsWith('.txt') && !known.has(name))
  if (unknown !== undefined) {
    throw new OperatorError(`${join(folder, unknown)} is no task of tasks.json; add the task or rename the file.`)
  }
}

function readLines(file: string, text: string): string[] {
  const lines: string[] = []
  for (const [index, whole] of text.split('\n').entries()) {
    const line = whole.trim()
    if (line === '' || line.startsWith('#')) continue
    for (const [token] of line.matchAll(/\{[^{}]*\}?/g)) {
      if (!placeholders.has(token)) {
        throw new OperatorError(`${file}, line ${index + 1}: ${token} is none of ${[...placeholders].join(' ')}.`)
      }
    }
    lines.push(line)
  }
  if (lines.length === 0) throw new OperatorError(`${file} has no utterance; write at least one line.`)
  return lines
}
