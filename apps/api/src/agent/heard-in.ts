import type { Clause, Understanding } from '@marketplace-agent/intent'
import { counted } from './counted.ts'
import type { Heard } from './turn-note.ts'
import type { Turn } from './turn.ts'

const isCourtesy = ({ act }: Clause) => act === 'greet' || act === 'thank'

/** The clause that gives a message its intent. */
const leading = ({ clauses, intent }: Understanding) =>
  clauses.find((clause) => clause.intent === intent && !isCourtesy(clause)) ??
  clauses.find((clause) => clause.intent === intent) ??
  clauses[0]

/** What a turn's message was taken for. `silent`: requests, by their position, that something else answered. */
export function heardIn({ understanding, requests, outcome }: Turn, silent: ReadonlySet<number>): Heard | null {
  const answered = new Set(counted(outcome.done).map(({ call }) => call.request))
  const unsure = requests.find(({ confident }, index) => !confident && !answered.has(index) && !silent.has(index))
  const clause = unsure?.clause ?? leading(understanding)
  if (clause === undefined) return null
  const { intent, task, score } = clause
  return { intent, task, score, unsure: unsure !== undefined, classifier: understanding.decidedBy }
}
