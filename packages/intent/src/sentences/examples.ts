import { createHash } from 'node:crypto'
import { createRandom } from '../classifier/random.ts'
import type { Language } from '../language/read-language.ts'
import { fillPlaceholders } from './fill.ts'

/** A sentence as a customer may write it. `task` is its place in `Language.tasks`. */
export interface Sentence {
  readonly text: string
  readonly task: number
}

/** How often an utterance with placeholders is filled. */
const fillings = 2

/** The sentences that a head is trained on: the same for the same utterances, whatever their order. */
export function sentencesOf({ utterances }: Pick<Language, 'utterances'>): Sentence[] {
  const sorted = utterances.toSorted((one, other) => one.task - other.task || (one.text < other.text ? -1 : 1))
  return sorted.flatMap(({ text, task }) => {
    if (!text.includes('{')) return [{ text, task }]
    const random = createRandom(digest(text).readInt32LE())
    return Array.from({ length: fillings }, () => ({ text: fillPlaceholders(text, random), task }))
  })
}

/** Changes with the utterances, the tasks' names and their intents, and with nothing else of the language. */
export function hashOfSentences({ tasks, utterances }: Pick<Language, 'tasks' | 'utterances'>): string {
  const lines = utterances.map(({ text, task }) => `${tasks[task]?.name}\t${text}`).toSorted()
  const names = tasks.map(({ name, intent }) => `${name}\t${intent}`)
  return digest([...names, ...lines].join('\n'))
    .toString('hex')
    .slice(0, 16)
}

const digest = (text: string) => createHash('sha256').update(text).digest()
