import type { AuditEntry } from '@marketplace-agent/domain'
import { emptyChain, follow } from '../embedded/audit-chain.ts'

/** What is wrong with the chain of a whole log, or null. */
export function chainFault(entries: readonly AuditEntry[]): string | null {
  let head = emptyChain
  for (const entry of entries) {
    const next = follow(JSON.stringify(entry), head)
    if (typeof next === 'string') return `entry ${entry.sequence} ${next}`
    head = next
  }
  return null
}
