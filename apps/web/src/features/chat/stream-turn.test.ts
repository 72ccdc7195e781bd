import { client } from '@marketplace-agent/api-client/client'
import { describe, expect, test } from 'vitest'
import { answerExample, problemExample } from '../../testing/examples.ts'
import { streamTurn } from './stream-turn.ts'
import type { TurnEvent } from './turn-event.ts'

const sent = (event: string, data: object) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`

/** Lets the API answer with this, in pieces as they come over the wire. */
function answerWith(pieces: readonly string[], status = 200) {
  const asked: Request[] = []
  globalThis.fetch = async (input, init) => {
    asked.push(new Request(input, init))
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece))
        controller.close()
      },
    })
    return new Response(body, { status })
  }
  return asked
}

async function hear(): Promise<TurnEvent[]> {
  const events: TurnEvent[] = []
  for await (const event of streamTurn({ message: 'hi' }, new AbortController().signal)) events.push(event)
  return events
}

describe('the stream of a turn', () => {
  client.setConfig({ baseUrl: 'http://shop.example', auth: () => 'a token' })
  const done = sent('done', answerExample())

  test('is heard event by event, wherever the wire cuts it', async () => {
    const whole = sent('session', { session_id: 's_1' }) + sent('text', { text: 'It is on its way.' }) + done
    answerWith(whole.match(/[^]{1,7}/g) ?? [])
    expect((await hear()).map(({ type }) => type)).toEqual(['session', 'text', 'done'])
  })

  test('needs no token: one that has expired can’t stand in its way', async () => {
    const asked = answerWith([done])
    await hear()
    expect(asked[0]?.headers.has('authorization')).toBe(false)
  })

  test('that is refused throws its problem, and asks once', async () => {
    const asked = answerWith([JSON.stringify(problemExample(429, 'too_many_requests'))], 429)
    await expect(hear()).rejects.toMatchObject({ status: 429, code: 'too_many_requests' })
    expect(asked).toHaveLength(1)
  })

  test('that ends before the answer does is a failure of the connection', async () => {
    answerWith([sent('session', { session_id: 's_1' })])
    await expect(hear()).rejects.toBeInstanceOf(TypeError)
  })

  test('that tells of a fault has ended', async () => {
    answerWith([sent('error', { code: 'internal', detail: 'No.' })])
    expect(await hear()).toEqual([{ type: 'error', code: 'internal', detail: 'No.' }])
  })
})
