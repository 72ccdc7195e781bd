import autocannon from 'autocannon'
import { mix } from './mix.ts'

export interface HttpRow {
  readonly kind: string
  readonly requestsPerSecond: number
  readonly p50: number
  readonly p99: number
  /** Against the constant route, measured right before and after. */
  readonly ratio: number
}

const connections = 10

async function load(address: string, messages: readonly string[], seconds: number) {
  const result = await autocannon({
    url: `${address}/api/chat`,
    connections,
    duration: seconds,
    requests: messages.map((message) => ({
      method: 'POST' as const,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ message }),
    })),
  })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} answers were not 200, ${result.errors} failed.`)
  return { requestsPerSecond: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 }
}

/** Each kind of message against the constant route; the peer is measured on both sides of each, since machines drift. */
export async function measureHttp(
  agent: string,
  peer: string,
  seconds: number,
  onRow: (row: HttpRow) => void,
): Promise<HttpRow[]> {
  const rows: HttpRow[] = []
  await load(agent, Object.values(mix).flat(), 2)
  await load(peer, ['hello'], 2)
  for (const [kind, messages] of Object.entries(mix)) {
    const before = await load(peer, messages, seconds)
    const mine = await load(agent, messages, seconds)
    const after = await load(peer, messages, seconds)
    const constant = (before.requestsPerSecond + after.requestsPerSecond) / 2
    const row = { kind, ...mine, ratio: mine.requestsPerSecond / constant }
    rows.push(row)
    onRow(row)
  }
  return rows
}
