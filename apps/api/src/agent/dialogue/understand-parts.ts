import type { Understander, Understanding } from '@marketplace-agent/intent'
import { partsOf } from './parts.en.ts'

/**
 * Understands a message, in parts where it has such: a numbered list, or something that isn't wanted before what is
 * ("don't cancel it, just …"), which would otherwise be read as one.
 */
export function understandParts(understander: Understander, message: string): Understanding {
  const whole = understander.understand(message)
  const parts = partsOf(message)
  if (parts.length < 2) return whole
  const read = parts.map((part) => understander.understand(part))
  const lead = read.at(-1) ?? whole
  const known = new Set<string>()
  const intents = [...lead.intents, ...read.flatMap((each) => each.intents)].filter(
    ({ intent }) => !known.has(intent) && known.add(intent),
  )
  return { ...whole, clauses: read.flatMap(({ clauses }) => clauses), intent: lead.intent, intents }
}
