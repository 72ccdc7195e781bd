import type { Task } from './language/read-language.ts'
import type { Words } from './language/words.ts'
import type { Reading, Readings } from './clauses/reading.ts'
import { phraseSet } from './text/phrases.ts'
import { tokenize } from './text/tokens.ts'

/** Probability of what needs no classifier. */
const certain = 0.98

/** What a message that is a number, or a value of goods, and no more asks for, by the placeholder. */
const tasksOfThings: Readonly<Record<string, string>> = {
  '{value}': 'search_products',
  '{order}': 'order_status',
  '{tracking}': 'track_parcel',
  '{complaint}': 'complaint_status',
  '{refund}': 'refund_status',
}

/**
 * Reads what is settled without the classifier: nothing but a yes or a no of the word lists ("sure thing", "nah"), nothing
 * but a number or a value ("OLED?"). Null for anything else.
 */
export function createPlainReader(
  words: Words,
  tasks: readonly Task[],
  readings: Readings,
): (text: string, masked: string) => Reading | null {
  const certainOf = (name: string): Reading | null => {
    const task = tasks.findIndex((one) => one.name === name)
    const rest = (1 - certain) / (tasks.length - 1)
    return task === -1 ? null : readings.of(Float64Array.from(tasks, (_, index) => (index === task ? certain : rest)))
  }
  const answers = (['yes', 'no'] as const).map((name) => ({
    phrases: phraseSet(words[name]),
    reading: certainOf(name),
  }))
  const ofThings = new Map(Object.entries(tasksOfThings).map(([placeholder, task]) => [placeholder, certainOf(task)]))

  const longest = Math.max(...[...words.yes, ...words.no].map((phrase) => phrase.length))

  return (text, masked) => {
    if (masked.length > longest + 10) return null
    const thing = ofThings.get(masked.replaceAll(/[\s.,!?#]/g, ''))
    if (thing !== undefined) return thing
    const tokens = tokenize(text)
    let to = tokens.length
    while (to > 0 && /^[.!,]$/.test(tokens[to - 1]?.text ?? '')) to -= 1
    const said = tokens.slice(0, to)
    return said.length === 0 ? null : (answers.find(({ phrases }) => phrases.at(said, 0)?.to === to)?.reading ?? null)
  }
}
