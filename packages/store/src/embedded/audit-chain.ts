import { hash } from 'node:crypto'
import type { AuditDraft } from '@marketplace-agent/domain'

/** Where the chain of audit entries stands: the last entry's place and hash. */
export interface ChainHead {
  readonly sequence: number
  readonly hash: string
}

/** Before the first entry. */
export const emptyChain: ChainHead = { sequence: 0, hash: '0'.repeat(64) }

/** An entry as text: JSON whose last field is `hash`, the SHA-256 (hex) of the JSON without it. */
export interface SealedEntry extends ChainHead {
  readonly text: string
}

/** Gives an entry its place after `last`. */
export function seal(draft: AuditDraft, last: ChainHead): SealedEntry {
  const sequence = last.sequence + 1
  const bare = JSON.stringify({ ...draft, sequence, previous: last.hash })
  const digest = hash('sha256', bare)
  return { sequence, hash: digest, text: `${bare.slice(0, -1)},"hash":"${digest}"}` }
}

const tail = /,"hash":"([0-9a-f]{64})"\}$/
const tailLength = ',"hash":""}'.length + 64

/** Checks an entry's text against its own hash and the one before. Gives the new head, or what is wrong. */
export function follow(text: string, last: ChainHead): ChainHead | string {
  const digest = tail.exec(text)?.[1]
  if (digest === undefined) return 'is no audit entry'
  const bare = `${text.slice(0, -tailLength)}}`
  if (hash('sha256', bare) !== digest) return 'is not what was written: its hash differs'
  const { sequence, previous } = JSON.parse(bare) as { sequence: number; previous: string }
  if (sequence !== last.sequence + 1) return `has sequence ${sequence} where ${last.sequence + 1} belongs`
  return previous === last.hash ? { sequence, hash: digest } : "doesn't carry the hash of the entry before it"
}
