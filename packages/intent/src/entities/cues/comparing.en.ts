import type { Token } from '../../text/tokens.ts'
import type { MentionSpan } from '../findings.ts'

const which = new Set(['which', 'whichs', 'whats', 'what', 'who', 'how', 'why'])
const verbs = new Set(['is', 'are', 'isnt', 'arent', 'was', 'were', 'does', 'do', 'will', 'would', 'whether', 'if'])
const named = new Set(['it', 'this', 'that', 'these', 'those', 'they', 'the', 'both', 'one', 'he', 'she', 'my', 'your'])
const offers = new Set(['there', 'you', 'anything', 'something', 'any', 'have', 'sell', 'got', 'come'])
const ends = /^[.!?;]$/

/** "Which is lighter?", "what is cheaper", "how much bigger": asked of what is there, in the same sentence. */
export function asksWhich(tokens: readonly Token[], from: number): boolean {
  const before = sentenceBefore(tokens, from)
  if (before.some(({ text }) => offers.has(text))) return false
  const first = before.findIndex(({ text }) => which.has(text))
  const next = before[first + 1]?.text
  return first !== -1 && next !== 'about' && next !== 'else'
}

/** "Is it lighter?", "is the first one cheaper": asked of one that is named. */
export function comparesNamed(tokens: readonly Token[], from: number, mentions: readonly MentionSpan[]): boolean {
  const before = sentenceBefore(tokens, from)
  const verb = before.findIndex(({ text }) => verbs.has(text))
  const subject = before[verb + 1]
  if (verb === -1 || subject === undefined || before.some(({ text }) => offers.has(text))) return false
  const isProduct = mentions.some((span) => span.placeholder === 'product' && span.start === subject.start)
  return isProduct || named.has(subject.text)
}

function sentenceBefore(tokens: readonly Token[], from: number): readonly Token[] {
  let start = from
  while (start > 0 && !ends.test((tokens[start - 1] as Token).text)) start -= 1
  return tokens.slice(start, from)
}
