import type { Mention, MentionCandidate } from '../types.ts'

/** A reading of a part of a text, before it is settled which readings hold. */
export interface Span {
  readonly kind: Mention['kind']
  readonly start: number
  readonly end: number
  /** Best first. */
  readonly candidates: readonly MentionCandidate[]
  /** A whole name, not a part of one. */
  readonly whole: boolean
}

/** How much worse than the best a candidate may be and still be meant as well. */
const margin = 0.1
const most = 6

/** The candidates that fit about as well as the best, each id and value once. */
export function aboutEqual(candidates: readonly MentionCandidate[]): MentionCandidate[] {
  const best = new Map<string, MentionCandidate>()
  for (const candidate of candidates) {
    const key = `${candidate.id}=${candidate.value ?? ''}`
    if ((best.get(key)?.score ?? 0) < candidate.score) best.set(key, candidate)
  }
  const sorted = [...best.values()].sort((one, other) => other.score - one.score)
  const least = (sorted[0]?.score ?? 0) - margin
  return sorted.filter((candidate) => candidate.score > least)
}

/** Whether so few candidates are left that the words say something. */
export const tellsApart = (candidates: readonly MentionCandidate[]) =>
  candidates.length > 0 && candidates.length <= most
