import { CodedError } from '@marketplace-agent/domain'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TurnNote } from '../agent/turn-note.ts'
import { type TestApp, startTestApp } from '../testing/test-app.ts'
import type { KeptTurn, KeptTurns } from './port.ts'
import { type TurnKeeperParts, createTurnKeeper } from './turn-keeper.ts'

let test: TestApp
beforeAll(async () => {
  test = await startTestApp()
})
afterAll(() => test.stop())

const note = (message: string): TurnNote => ({
  at: '2026-02-05T12:00:00.000Z',
  why: 'unsure',
  message,
  understood: { intent: 'general', task: 'chitchat', score: 0.2, unsure: true, classifier: 'ngram' },
  meant: null,
  tools: [],
  concerns: { emails: [], numbers: [] },
})

/** A keeper on a store of turns that does as it is told. */
function start(change: Partial<TurnKeeperParts> & { keep?: (turn: KeptTurn) => Promise<void> } = {}) {
  const texts: string[] = []
  const warnings: string[] = []
  const kept: KeptTurns = {
    keep: change.keep ?? (async ({ text }) => void texts.push(text)),
    all: async function* none() {},
    prune: async () => {},
    close: async () => {},
  }
  const log = { debug() {}, info() {}, error() {}, warn: (_fields: object, message: string) => warnings.push(message) }
  const { understander, store } = test.services
  const keeper = createTurnKeeper({
    kept,
    redact: (message) => message,
    understander,
    store,
    schedule: () => () => {},
    log,
    ...change,
  })
  return { keeper, texts, warnings }
}

it('keeps in the order it was told, after it was told', async () => {
  const { keeper, texts } = start()
  keeper.keep(note('a'))
  keeper.keep(note('b'))
  expect(texts).toEqual([])
  await keeper.settled()
  expect(texts).toEqual(['a', 'b'])
})

it('warns once of a disk that is full, until it isn’t', async () => {
  let full = true
  const { keeper, warnings } = start({
    keep: async () => {
      if (full) throw Object.assign(new Error('full'), { code: 'ENOSPC' })
    },
  })
  keeper.keep(note('a'))
  keeper.keep(note('b'))
  await keeper.settled()
  expect(warnings).toHaveLength(1)
  full = false
  keeper.keep(note('c'))
  await keeper.settled()
  full = true
  keeper.keep(note('d'))
  await keeper.settled()
  expect(warnings).toHaveLength(2)
})

it('keeps nothing where the records can’t tell whose it is', async () => {
  const order = () => Promise.reject(new CodedError('unavailable', 'The store is down.'))
  const { keeper, texts, warnings } = start({ store: { ...test.services.store, order } })
  keeper.keep({ ...note('a'), concerns: { emails: [], numbers: [{ kind: 'order', number: 'ORD-1002' }] } })
  await keeper.settled()
  expect(texts).toEqual([])
  expect(warnings).toHaveLength(1)
})

it('doesn’t let more wait than it can hold', async () => {
  const { keeper, texts } = start()
  for (let count = 0; count < 2000; count++) keeper.keep(note('a'))
  await keeper.close()
  expect(texts).toHaveLength(500)
})

it('knows people by the numbers and e-mails of a conversation', async () => {
  const found: string[] = []
  const { keeper } = start({
    redact: (message, _readings, people) => (found.push(...people.map(({ name }) => name)), message),
  })
  const concerns = {
    emails: ['priya.raman@example.org'],
    numbers: [
      { kind: 'complaint' as const, number: 'CMP-2003' },
      { kind: 'order' as const, number: 'ORD-1010' },
      { kind: 'order' as const, number: 'ORD-9999' },
    ],
  }
  keeper.keep({ ...note('a'), concerns })
  await keeper.settled()
  expect(new Set(found)).toEqual(new Set(['', 'Priya Raman', 'Grace Adeyemi', 'Sofia Marchetti']))
})
