import type { Clause } from '@marketplace-agent/intent'
import { onlySupposes } from './order-questions.en.ts'

/** Clauses with what they suppose ("when it has arrived, how many days do I have?"), which asks nothing by itself. */
export function withSuppositions(clauses: readonly Clause[]): readonly Clause[] {
  return clauses.flatMap((clause, index) => {
    const next = clauses[index + 1]
    const before = clauses[index - 1]
    if (next !== undefined && onlySupposes(clause.text)) return []
    if (before === undefined || !onlySupposes(before.text)) return [clause]
    const lead = `${before.text}, `
    return [{ ...clause, text: `${lead}${clause.text}`, start: clause.start - lead.length }]
  })
}
