import { appendFile, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { handClock } from '../testing/test-app.ts'
import { type FileTurnsOptions, createFileTurns } from './file-turns.ts'
import type { KeptTurn, KeptTurns } from './port.ts'

let state: string
let folder: string
beforeEach(async () => {
  state = await mkdtemp(join(tmpdir(), 'turns-'))
  folder = join(state, 'turns')
})
afterEach(() => rm(state, { recursive: true }))

const turn = (text: string, day = '2026-02-05'): KeptTurn => ({
  at: `${day}T12:00:00.000Z`,
  why: 'unsure',
  text,
  understood: { intent: 'general', task: 'out_of_scope', score: 0.3, unsure: true, classifier: 'ngram' },
  meant: null,
  tools: [],
})

const open = (options: Partial<FileTurnsOptions> = {}) =>
  createFileTurns({ folder, days: 90, clock: handClock(), ...options })

async function textsOf(kept: KeptTurns) {
  const texts: string[] = []
  for await (const { text } of kept.all()) texts.push(text)
  return texts
}

it('gives back what was kept, oldest first, and after a restart', async () => {
  const kept = open()
  expect(await textsOf(kept)).toEqual([])
  await Promise.all([kept.keep(turn('b')), kept.keep(turn('c')), kept.keep(turn('a', '2026-02-04'))])
  await kept.close()
  const again = open()
  await again.keep(turn('d'))
  expect(await textsOf(again)).toEqual(['a', 'b', 'c', 'd'])
})

it('drops a day when it is too old, and doesn’t tell it before it is dropped', async () => {
  const clock = handClock()
  const kept = open({ clock, days: 2 })
  await kept.keep(turn('a', '2026-02-04'))
  await kept.keep(turn('b', '2026-02-05'))
  clock.advance(24 * 60)
  expect(await textsOf(kept)).toEqual(['b'])
  await kept.keep(turn('c', '2026-02-06'))
  expect(await readdir(folder)).toEqual(['2026-02-05.jsonl', '2026-02-06.jsonl'])
  clock.advance(2 * 24 * 60)
  await kept.prune()
  expect(await readdir(folder)).toEqual([])
})

it('keeps nothing for no days, and drops what was there', async () => {
  await open().keep(turn('a'))
  const kept = open({ days: 0 })
  await kept.keep(turn('b'))
  expect(await textsOf(kept)).toEqual([])
  await kept.prune()
  expect(await readdir(folder)).toEqual([])
})

it('leaves files alone that aren’t its own', async () => {
  await mkdir(folder)
  await writeFile(join(folder, 'notes.txt'), 'mine')
  await open({ days: 0 }).prune()
  expect(await readdir(folder)).toEqual(['notes.txt'])
})

it('takes no more of a day than an eighth, and of all days drops the oldest', async () => {
  const size = JSON.stringify(turn('a')).length + 1
  const kept = open({ mostBytes: size * 16 })
  const days = Array.from({ length: 12 }, (_each, index) => `2026-01-${String(index + 10)}`)
  for (const day of days) for (const text of ['a', 'b', 'c']) await kept.keep(turn(text, day))
  expect(await readdir(folder)).toEqual(days.slice(-8).map((day) => `${day}.jsonl`))
  expect(await textsOf(kept)).toEqual(days.slice(-8).flatMap(() => ['a', 'b']))
})

it('goes on after a line that was cut short', async () => {
  await open().keep(turn('a'))
  const file = join(folder, '2026-02-05.jsonl')
  await appendFile(file, '{"at":"2026-02-05T12:00:00.000Z","te')
  const kept = open()
  await kept.keep(turn('b'))
  await kept.keep(turn('c'))
  expect(await textsOf(kept)).toEqual(['a', 'b', 'c'])
  expect((await readFile(file, 'utf8')).split('\n')).toHaveLength(5)
})

it('rejects where it can’t write, and keeps again when it can', async () => {
  const kept = open()
  await mkdir(join(folder, '2026-02-05.jsonl'), { recursive: true })
  await expect(kept.keep(turn('a'))).rejects.toThrow('EISDIR')
  await rm(folder, { recursive: true })
  await kept.keep(turn('b'))
  expect(await textsOf(kept)).toEqual(['b'])
})
