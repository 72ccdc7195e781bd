import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { residentMegabytes } from './memory.ts'

export interface ConversationRow {
  /** Conversations that go on side by side, each waiting for its answer before it says more. */
  readonly concurrent: number
  /** Whole conversations of five turns. */
  readonly conversationsPerSecond: number
  /** From a message to its whole answer, in milliseconds. */
  readonly p50: number
  readonly p99: number
  /** Of the server, after them. */
  readonly residentMegabytes: number
}

/** Two customers in turns: one looks for a product, the other proves who they are and has a change proposed. */
const scripts: readonly (readonly string[])[] = [
  [
    'show me laptops under $1500',
    'tell me more about the X1',
    "what's the battery life?",
    'actually, compare it to the Gaming Laptop G1',
    'how do I return something',
  ],
  [
    'where is ORD-1003?',
    'show me the details, my email is priya.raman@example.org',
    'change the delivery address of ORD-1003 to 51 Birch Lane, Evanston, IL 60201',
    'how long does delivery take?',
    'no, leave it as it is',
  ],
]

/** Says a message, and gives the conversation's id with the answer. */
type Say = (message: string, sessionId: string | null) => Promise<string>

/** By connections that are kept, as many as are needed: `fetch` lets some of many requests at once wait for seconds. */
function talkingTo(address: string, agent: Agent): Say {
  return async (message, sessionId) => {
    const sent = request(`${address}/api/chat`, {
      method: 'POST',
      agent,
      headers: { 'content-type': 'application/json' },
    })
    sent.end(JSON.stringify({ message, ...(sessionId !== null && { session_id: sessionId }) }))
    const [response] = (await once(sent, 'response')) as [IncomingMessage]
    const body = await text(response)
    if (response.statusCode !== 200) throw new Error(`${response.statusCode} ${body}`)
    return (JSON.parse(body) as { session_id: string }).session_id
  }
}

async function converse(say: Say, script: readonly string[], times: number[]): Promise<void> {
  let sessionId: string | null = null
  for (const message of script) {
    const started = performance.now()
    sessionId = await say(message, sessionId)
    times.push(performance.now() - started)
  }
}

const at = (sorted: readonly number[], share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN

/** Conversations of five turns with a server, so many of them side by side, until `conversations` are done. */
export async function measureConversations(
  address: string,
  { concurrent, conversations }: { readonly concurrent: number; readonly conversations: number },
): Promise<ConversationRow> {
  const times: number[] = []
  let begun = 0
  const started = performance.now()
  const agent = new Agent({ keepAlive: true })
  const say = talkingTo(address, agent)
  const goOn = async () => {
    while (begun < conversations) await converse(say, scripts[begun++ % scripts.length] ?? [], times)
  }
  await Promise.all(Array.from({ length: concurrent }, goOn)).finally(() => agent.destroy())
  const seconds = (performance.now() - started) / 1000
  const sorted = times.toSorted((one, other) => one - other)
  return {
    concurrent,
    conversationsPerSecond: conversations / seconds,
    p50: at(sorted, 0.5),
    p99: at(sorted, 0.99),
    residentMegabytes: await residentMegabytes(address),
  }
}
