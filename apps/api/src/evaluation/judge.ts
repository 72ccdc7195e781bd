import type { Change, ChatAnswer } from '@marketplace-agent/domain'
import type { Expectation } from './conversation-script.ts'

const folded = (text: string) => text.toLowerCase().replaceAll('’', "'").replaceAll(/\s+/g, ' ')

/** Whether a value has all that a pattern has: objects by their parts, lists item by item. */
function has(value: unknown, part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return value === part
  if (Array.isArray(part)) {
    return Array.isArray(value) && value.length === part.length && part.every((each, index) => has(value[index], each))
  }
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(part).every(([key, each]) => has((value as Record<string, unknown>)[key], each))
}

const list = (wanted: string | readonly string[]) => [wanted].flat()

/** What of an answer, and of what was written meanwhile, isn't as expected; in words. */
export function judge(expected: Expectation, answer: ChatAnswer, changes: readonly Change[]): readonly string[] {
  const faults: string[] = []
  const { intent, tools = [], not_tools = [], words = [], not_words = [], proposal } = expected
  if (intent !== undefined && !list(intent).includes(answer.intent))
    faults.push(`intent is ${answer.intent}, not ${list(intent).join(' or ')}`)
  const called = answer.tool_results.map(({ tool }) => tool)
  for (const wanted of tools) {
    if (!list(wanted).some((tool) => called.includes(tool)))
      faults.push(`${list(wanted).join(' or ')} was not called (${called.join(', ') || 'nothing was'})`)
  }
  for (const tool of not_tools) if (called.includes(tool)) faults.push(`${tool} was called`)
  const said = folded(answer.response)
  for (const wanted of words) {
    if (!list(wanted).some((each) => said.includes(folded(each))))
      faults.push(`says nothing of ${list(wanted).join(' or ')}`)
  }
  for (const word of not_words) if (said.includes(folded(word))) faults.push(`says ${word}`)
  if (proposal === null && answer.proposal !== undefined) faults.push(`proposes ${answer.proposal.tool}`)
  if (proposal !== undefined && proposal !== null && !has(answer.proposal, proposal)) {
    const present = answer.proposal
    faults.push(
      `proposal is ${present === undefined ? 'none' : `${present.tool} ${present.amount ?? ''}`}, not ${JSON.stringify(proposal)}`,
    )
  }
  return [...faults, ...judgeChanges(expected.changes ?? [], changes)]
}

/** What was written is exactly what was expected. */
function judgeChanges(expected: readonly Record<string, unknown>[], changes: readonly Change[]): readonly string[] {
  const written = changes.map(({ record, after }): Record<string, unknown> => ({ record, ...after }))
  const missing = expected.filter((part) => !written.some((record) => has(record, part)))
  const unexpected = written.filter((record) => !expected.some((part) => has(record, part)))
  const faults = [
    ...missing.map((part) => `did not write ${JSON.stringify(part)}`),
    ...unexpected.map(
      ({ record, number, tracking_number }) => `wrote ${String(record)} ${String(number ?? tracking_number)}`,
    ),
  ]
  // Each is expected, but not so often.
  return faults.length === 0 && written.length > expected.length
    ? [`wrote ${written.length} records, not ${expected.length}`]
    : faults
}
