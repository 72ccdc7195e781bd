import { readFile, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { doubting } from '../testing/doubting.ts'
import { type TestApp, type TestAppOptions, handClock, openTestKnowledge, startTestApp } from '../testing/test-app.ts'
import type { KeptTurn } from './port.ts'

const knowledge = await openTestKnowledge()

let test: TestApp
afterEach(() => test.stop())

/** An app, and what it has kept when nothing waits any more. */
async function start(options: TestAppOptions = {}) {
  test = await startTestApp({ knowledge, clock: handClock(), change: doubting('blorp'), ...options })
  return {
    async kept() {
      await test.services.keeper.settled()
      const turns: KeptTurn[] = []
      for await (const turn of test.services.keptTurns.all()) turns.push(turn)
      return turns
    },
  }
}

/** Has a conversation. */
async function talk(...messages: readonly string[]) {
  let session: string | undefined
  for (const message of messages) session = (await test.chat(message, session)).session_id
  return session as string
}

const short = ({ why, text, meant }: KeptTurn) => [why, text, meant?.intent ?? null]

describe('what is kept', () => {
  it('is nothing of what was understood', async () => {
    const { kept } = await start()
    await talk('laptops under $1500', 'and the X1, how heavy is it?', 'thanks', 'where is ORD-1002')
    expect(await kept()).toEqual([])
  })

  it('is a message that was asked back about, with what it was taken for', async () => {
    const { kept } = await start()
    await talk('blorp the frobnitz sideways')
    const [turn, ...more] = await kept()
    expect(more).toEqual([])
    expect(turn).toMatchObject({ at: '2026-02-05T12:00:00.000Z', why: 'unsure', meant: null, tools: [] })
    expect(turn?.understood).toMatchObject({ unsure: true, score: expect.any(Number), task: expect.any(String) })
    expect(Object.keys(turn ?? {}).toSorted()).toEqual(['at', 'meant', 'text', 'tools', 'understood', 'why'])
  })

  it('is once more what the customer then says in other words', async () => {
    const { kept } = await start()
    await talk('blorp the laptop sideways', 'which laptops do you have?')
    expect((await kept()).map(short)).toEqual([
      ['unsure', 'blorp the laptop sideways', null],
      ['corrected', 'blorp the laptop sideways', 'product_info'],
    ])
    expect((await kept())[1]?.meant?.sure).toBe(true)
  })

  it('is no proof of what was meant where something else is asked next', async () => {
    const { kept } = await start()
    await talk('blorp the laptop sideways', 'where is ORD-1002', 'thanks')
    expect((await kept()).map(({ why, meant }) => [why, meant?.intent, meant?.sure])).toEqual([
      ['unsure', undefined, undefined],
      ['corrected', 'order_status', false],
    ])
  })

  it('is not the same message twice where it is sent again', async () => {
    const { kept } = await start()
    const body = { message: 'blorp the frobnitz sideways', message_id: 'one', session_id: await talk('hello') }
    for (let count = 0; count < 2; count++) await test.send('POST', '/api/chat', { body })
    expect((await kept()).map(short)).toEqual([['unsure', 'blorp the frobnitz sideways', null]])
  })

  it('is what the customer puts right, as meant', async () => {
    const { kept } = await start()
    await talk('how heavy is the X1 laptop', 'no, I meant the UltraBook 13')
    const [turn] = await kept()
    expect(turn).toMatchObject({ why: 'corrected', text: 'how heavy is the X1 laptop', meant: { sure: true } })
    expect(turn?.tools).toContainEqual({ tool: 'product_details', outcome: 'ok' })
  })

  it.each([
    ['no I mean complaint', 'complaint'],
    ['sorry, i meant a refund', 'refund'],
    ['not that, I was asking about delivery costs', 'delivery'],
  ])('is what is meant where that is all that is said of it: %s', async (correction, intent) => {
    const { kept } = await start()
    await talk('blorp the frobnitz sideways', correction)
    expect((await kept())[1]).toMatchObject({ why: 'corrected', meant: { intent } })
  })

  it('is unknown where nothing else is said to be meant', async () => {
    const { kept } = await start()
    await talk('how heavy is the X1 laptop', 'no, that is not what I meant')
    expect((await kept()).filter(({ meant }) => meant !== null)).toEqual([])
  })

  it('is what led to a person, and the wish for one', async () => {
    const { kept } = await start()
    await talk('where is ORD-1002', 'let me talk to a human please')
    expect((await kept()).map(short)).toEqual([
      ['handed_over', 'where is {order}', null],
      ['handed_over', 'let me talk to a human please', null],
    ])
  })

  it('is in files of a day that only this user reads, without anything of the customer', async () => {
    const { kept } = await start()
    const session = await talk(
      'where is ORD-1010, my email is sofia.marchetti@example.com',
      'blorp the frobnitz sideways, Sofia Marchetti, +39 02 5555 0199, ORD-1010, 4111 1111 1111 1111',
      'a human please! regards, sofia',
    )
    expect(await kept()).not.toEqual([])
    const folder = join(test.stateFolder, 'turns')
    expect(await readdir(folder)).toEqual(['2026-02-05.jsonl'])
    expect((await stat(folder)).mode & 0o777).toBe(0o700)
    const file = join(folder, '2026-02-05.jsonl')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    const text = await readFile(file, 'utf8')
    for (const personal of [session, 'sofia', 'marchetti', '1010', '5555', '0199', '1111', 'example.com'])
      expect(text.toLowerCase()).not.toContain(personal)
  })
})

it('keeps nothing where it is turned off, or for no days', async () => {
  for (const environment of [{ KEEP_TURNS: 'off' }, { KEEP_TURNS_DAYS: '0' }]) {
    const { kept } = await start({ environment })
    await talk('blorp the frobnitz sideways')
    expect(await kept()).toEqual([])
    expect(await readdir(test.stateFolder)).not.toContain('turns')
    await test.stop()
  }
  await start()
})
