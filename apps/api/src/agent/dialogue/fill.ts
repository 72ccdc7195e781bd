import type { AnyTool, Slot } from '../../tools/define-tool.ts'
import type { Filling, SlotView } from './filling.ts'
import { slots } from './slots.ts'

/** The inputs of a tool as a message gives them: one input a call. */
export type Filled =
  | { readonly state: 'ready'; readonly inputs: readonly Record<string, unknown>[]; readonly explicit: boolean }
  | { readonly state: 'missing'; readonly field: string }
  | { readonly state: 'several'; readonly field: string; readonly products: readonly number[] }

/** Most calls that one clause makes of one tool ("where are A, B and C?"). */
const mostCalls = 8

interface Limits {
  readonly maxLength?: number
  readonly maxItems?: number
}

/** A value cut to what its field takes: a rambling question is still a question. */
function within({ maxLength, maxItems }: Limits, value: unknown): unknown {
  if (typeof value === 'string') return value.slice(0, maxLength)
  return Array.isArray(value) ? value.slice(0, maxItems) : value
}

/** Slots that look through the clauses before by themselves. */
const lookBack = new Set<Slot>([
  'order',
  'items',
  'everything',
  'order_item',
  'story',
  'remedy',
  'complaint_reason',
  'address',
])

/** How a slot is found in a clause, or in those that it only adds to; a question is the first one's. */
function find(slot: Slot, view: SlotView): Filling {
  const { before = [] } = view
  const first = before.at(-1)
  if (slot === 'question' && first !== undefined) return slots.question({ ...view, clause: first })
  const found = slots[slot](view)
  if (lookBack.has(slot) || (found.found === 'values' && found.from === 'clause')) return found
  for (const clause of before) {
    const earlier = slots[slot]({ ...view, clause, before: [] })
    if (earlier.found === 'values' && earlier.from === 'clause') return earlier
  }
  return found
}

/** Fills a tool's input from a clause. `explicit`: every required field was named, not taken from what was talked about. */
export function fill(tool: AnyTool, view: SlotView, askedFor: readonly string[] = []): Filled {
  const required = new Set<string>(tool.input.required ?? [])
  let inputs: Record<string, unknown>[] = [{}]
  let explicit = true
  for (const [field, slot] of Object.entries(tool.slots)) {
    const filling = find(slot as Slot, view)
    if (filling.found === 'several' && required.has(field))
      return { state: 'several', field, products: filling.products }
    const enough = (value: unknown) =>
      !Array.isArray(value) || value.length >= (tool.input.properties[field].minItems ?? 0)
    if (filling.found === 'values' && filling.values.every(enough)) {
      if (filling.from === 'focus' && required.has(field)) explicit = false
      const limits = tool.input.properties[field] as Limits
      inputs = inputs.flatMap((input) => filling.values.map((value) => ({ ...input, [field]: within(limits, value) })))
    } else if (required.has(field) || (tool.asks?.includes(field) === true && !askedFor.includes(field)))
      return { state: 'missing', field }
  }
  return { state: 'ready', inputs: inputs.slice(0, mostCalls), explicit }
}
