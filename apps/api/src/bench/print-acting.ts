import { openRecords } from '../services.ts'
import { measureCommits } from './commits.ts'
import { measureConversations } from './conversations.ts'

/** How a table is printed. */
export interface Printer {
  head(title: string, ...columns: readonly string[]): void
  line(...cells: readonly (string | number)[]): void
}

/** What the agent does beyond single questions: conversations with the server at `address`, and commits to a disk. */
export async function printActing(address: string, quick: boolean, { head, line }: Printer): Promise<void> {
  head('Conversations of five turns', 'at once', 'conversations/s', 'p50 of a turn, ms', 'p99 ms', 'resident MB')
  for (const concurrent of [1, 20, 200]) {
    const conversations = (concurrent === 1 ? 100 : 400) * (quick ? 1 : 3)
    const row = await measureConversations(address, { concurrent, conversations })
    line(String(row.concurrent), row.conversationsPerSecond, row.p50, row.p99, row.residentMegabytes)
  }
  head('Acknowledged commits, 50 writers', 'flush', 'commits/s', 'p99 ms')
  for (const { flush, commitsPerSecond, p99 } of await measureCommits(openRecords, {
    milliseconds: quick ? 1000 : 3000,
  }))
    line(flush, commitsPerSecond, p99)
}
