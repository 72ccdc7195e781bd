import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CallContext } from '@marketplace-agent/domain'
import { evaluateIntents } from '@marketplace-agent/intent'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from './config.ts'
import { type TestApp, startTestApp } from './testing/test-app.ts'

/** The least figures on the project's own sets; they only rise. */
const floors = {
  intents: { accuracy: 0.93, accuracy_alt: 0.94, macro_f1: 0.93, out_of_scope_recall: 0.85 },
  /** Share of questions with the right document among the first three. */
  natural: 0.95,
  /** The same of a set whose words were chosen to be none of the documents'. */
  hard: 0.69,
  /** Share of questions that the documents don't answer, and to which nothing is given. */
  unanswerable: 0.79,
}

interface Question {
  readonly question: string
  readonly document?: string
  readonly documents?: readonly string[]
}

/** The documents of which any is right. */
const wantedBy = ({ document, documents = [] }: Question): readonly string[] =>
  document === undefined ? documents : [document]

const linesOf = async (name: string) => (await readFile(join(root, 'data/eval', name), 'utf8')).trim().split('\n')
const questionsOf = async (name: string) => (await linesOf(name)).map((line) => JSON.parse(line) as Question)

let test: TestApp
let context: CallContext
beforeAll(async () => {
  test = await startTestApp()
  context = {
    signal: new AbortController().signal,
    deadline: Infinity,
    degrade: () => {},
    log: test.services.log,
  }
})
afterAll(() => test.stop())

const print = (name: string, value: number) => process.stdout.write(`own sets: ${name} ${value.toFixed(3)}\n`)

it('intents of 150 messages', async () => {
  const report = evaluateIntents(await linesOf('intents.jsonl'), test.services.understander)
  expect(report.messages).toBe(150)
  for (const [name, floor] of Object.entries(floors.intents)) {
    const value = report[name as keyof typeof floors.intents] ?? 0
    print(name, value)
    expect(value, name).toBeGreaterThanOrEqual(floor)
  }
})

describe('questions over all documents', () => {
  it.each([
    ['questions-natural.jsonl', floors.natural],
    ['questions.jsonl', floors.hard],
  ])('%s: the right document is among the first three', async (file, floor) => {
    const questions = await questionsOf(file)
    const documents = new Set(questions.flatMap(wantedBy))
    expect(questions).toHaveLength(150)
    expect(documents.size).toBe(24)
    let right = 0
    for (const one of questions) {
      const wanted = wantedBy(one)
      const passages = await test.services.retriever.retrieve(one.question, {}, context)
      if (passages.some(({ chunk }) => wanted.includes(chunk.documentId))) right++
    }
    print(file, right / questions.length)
    expect(right / questions.length).toBeGreaterThanOrEqual(floor)
  })

  it('gives nothing to what they do not answer', async () => {
    const questions = await questionsOf('unanswerable.jsonl')
    let quiet = 0
    for (const { question } of questions) {
      if ((await test.services.retriever.retrieve(question, {}, context)).length === 0) quiet++
    }
    print('unanswerable', quiet / questions.length)
    expect(quiet / questions.length).toBeGreaterThanOrEqual(floors.unanswerable)
  })
})
