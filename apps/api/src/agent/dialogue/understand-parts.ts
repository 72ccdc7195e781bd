import type { CallContext } from '@marketplace-agent/domain'
import type { Understander, Understanding } from '@marketplace-agent/intent'
import { partsOf } from './parts.en.ts'

/**
 * Understands a message, in parts where it has such: a numbered list, or something that isn't wanted before what is
 * ("don't cancel it, just …"), which would otherwise be read as one.
 */
export async function understandParts(
  understander: Understander,
  message: string,
  context: CallContext,
): Promise<Understanding> {
  const whole = await understander.understand(message, context)
  return joinParts(whole, await Promise.all(severalIn(message).map((part) => understander.understand(part, context))))
}

/** The same with the n-grams alone, at once. */
export const readParts = (understander: Understander, message: string): Understanding =>
  joinParts(understander.read(message), severalIn(message).map(understander.read))

/** None where the message is of one piece. */
function severalIn(message: string): readonly string[] {
  const parts = partsOf(message)
  return parts.length < 2 ? [] : parts
}

function joinParts(whole: Understanding, read: readonly Understanding[]): Understanding {
  const lead = read.at(-1)
  if (lead === undefined) return whole
  const known = new Set<string>()
  const intents = [...lead.intents, ...read.flatMap((each) => each.intents)].filter(
    ({ intent }) => !known.has(intent) && known.add(intent),
  )
  return { ...whole, clauses: read.flatMap(({ clauses }) => clauses), intent: lead.intent, intents }
}
