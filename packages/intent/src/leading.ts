import type { Intent, IntentScore } from '@marketplace-agent/domain'
import { offTopicTasks } from './clauses/reading.ts'
import type { Clause, Understanding } from './types.ts'

/** Intents less likely than this are not said to be in a message. */
const unlikely = 0.05

const courtesies = new Set(['greet', 'thank'])
const requests = new Set(['ask', 'tell', 'person'])
/** How much more a first question counts than what follows it, when it is settled which clause leads. */
const firstAsked = 2

/** The clauses that may lead: what asks or tells; small talk and answers only where there is nothing else. */
export function candidatesOf(clauses: readonly Clause[]): readonly Clause[] {
  const asking = clauses.filter((clause) => requests.has(clause.act))
  return asking.length > 0 ? asking : clauses.filter((clause) => !courtesies.has(clause.act))
}

/** Of several clauses that which the whole message speaks for most; `whole`: its intents, asked for where it matters. */
export function leadOf(clauses: readonly Clause[], whole: () => readonly IntentScore[]): Clause {
  const [first] = clauses as [Clause]
  const candidates = candidatesOf(clauses)
  if (candidates.length < 2) return candidates[0] ?? first
  const scores = new Map<Intent, number>(whole().map(({ intent, score }) => [intent, score]))
  const weight = (clause: Clause) =>
    clause.score *
    (0.2 + (scores.get(clause.intent) ?? 0)) *
    (clause === candidates[0] && clause.act === 'ask' ? firstAsked : 1)
  return candidates.reduce((best, clause) => (weight(clause) > weight(best) ? clause : best))
}

/** Every intent that a clause likely has, by its best score there; the leading one first. */
export function listIntents(clauses: readonly Clause[], leading: Clause): IntentScore[] {
  const best = new Map<Intent, number>()
  for (const clause of clauses) {
    if (clause !== leading && courtesies.has(clause.act)) continue
    for (const { intent, score } of clause.intents) {
      if (score >= unlikely || clause.intent === intent) best.set(intent, Math.max(best.get(intent) ?? 0, score))
    }
  }
  const rank = (intent: Intent) => (intent === leading.intent ? 2 : (best.get(intent) ?? 0))
  return [...best]
    .map(([intent, score]) => ({ intent, score }))
    .sort((one, other) => rank(other.intent) - rank(one.intent))
}

/** The clause that gives a message its intent. */
export const leadingClause = ({ clauses, intent }: Understanding): Clause | undefined =>
  clauses.find((clause) => clause.intent === intent && !courtesies.has(clause.act)) ??
  clauses.find((clause) => clause.intent === intent)

/** Whether the message has nothing to do with the shop, or is too unclear for any tool to run on. */
export function isOutOfScope(understanding: Understanding): boolean {
  const leading = leadingClause(understanding)
  return leading === undefined || !leading.confident || offTopicTasks.has(leading.task)
}
