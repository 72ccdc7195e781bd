export interface MemoryRow {
  readonly conversations: number
  /** Resident memory of the server, in MB. */
  readonly residentMegabytes: number
}

const turns = [
  'laptops under $1500',
  'tell me more about the X1',
  'what fits it',
  'compare it to the Gaming Laptop G1',
  'how do I return something',
]

/** What a server's memory comes to, in MB. */
export async function residentMegabytes(address: string): Promise<number> {
  const text = await (await fetch(`${address}/metrics`)).text()
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1]) / 1_000_000
}

/** The server's memory after so many conversations of ten turns each, all still kept. */
export async function measureMemory(address: string, counts: readonly number[]): Promise<MemoryRow[]> {
  const rows: MemoryRow[] = [{ conversations: 0, residentMegabytes: await residentMegabytes(address) }]
  let done = 0
  for (const count of counts) {
    for (; done < count; done++) {
      for (let turn = 0; turn < 10; turn++) {
        const body = JSON.stringify({ message: turns[turn % turns.length], session_id: `bench-${done}` })
        const response = await fetch(`${address}/api/chat`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
        })
        if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
        await response.arrayBuffer()
      }
    }
    rows.push({ conversations: count, residentMegabytes: await residentMegabytes(address) })
  }
  return rows
}
