import autocannon from 'autocannon'
import { mix } from './mix.ts'

/** Routes that return a constant: a bare one, and one behind the plugins that are around every route of ours. */
export interface Peers {
  readonly bare: string
  readonly plugins: string
}

export interface HttpRow {
  readonly kind: string
  readonly requestsPerSecond: number
  readonly p50: number
  readonly p99: number
  /** Of the requests a second of each peer, measured right before and after. */
  readonly share: { readonly [Peer in keyof Peers]: number }
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

const mean = (a: number, b: number) => (a + b) / 2

/** Each kind of message against the peers; they are measured on both sides of each, since machines drift. */
export async function measureHttp(
  agent: string,
  peers: Peers,
  seconds: number,
  onRow: (row: HttpRow) => void,
): Promise<void> {
  const all = Object.values(mix).flat()
  const measurePeers = async (duration: number) => ({
    bare: (await load(peers.bare, all, duration)).requestsPerSecond,
    plugins: (await load(peers.plugins, all, duration)).requestsPerSecond,
  })
  await load(agent, all, 2)
  await measurePeers(2)
  let before = await measurePeers(seconds)
  for (const [kind, messages] of Object.entries(mix)) {
    const mine = await load(agent, messages, seconds)
    const after = await measurePeers(seconds)
    const share = {
      bare: mine.requestsPerSecond / mean(before.bare, after.bare),
      plugins: mine.requestsPerSecond / mean(before.plugins, after.plugins),
    }
    onRow({ kind, ...mine, share })
    before = after
  }
}
