import type { CallContext, OrderRecord, Proof, ToolResult } from '@marketplace-agent/domain'
import type { Store } from '@marketplace-agent/store'
import type { AnyTool, Opens, Subject } from '../tools/define-tool.ts'
import { sameEmail } from '../identity/proof.ts'
import { gateWords } from './gate.en.ts'

export type Access =
  | { readonly allowed: true; readonly subject: Subject }
  /** `unproved`: nobody has said who they are; `not_theirs`: no such record is this customer's. */
  | Denied

export interface Denied {
  readonly allowed: false
  readonly because: 'unproved' | 'not_theirs' | 'staff_only'
}

/** What is told of a call that its caller may not make. */
export function denial(tool: string, { because }: Denied, contact: string): ToolResult {
  const said = { tool, data: null }
  switch (because) {
    case 'staff_only':
      return { ...said, outcome: 'refused', message: gateWords.staffOnly }
    case 'unproved':
      return { ...said, outcome: 'needs_input', message: gateWords.unproved, needs: 'proof' }
    case 'not_theirs':
      return { ...said, outcome: 'refused', message: gateWords.notTheirs(contact) }
  }
}

/** The order that a record belongs to. */
async function orderOf(opens: Exclude<Opens, { record: 'customer' }>, store: Store, context: CallContext) {
  if (opens.record === 'order') return opens.number
  const found = await (opens.record === 'complaint'
    ? store.complaint(opens.number, context)
    : store.refund(opens.number, context))
  return found?.order ?? null
}

/** Whether a proof opens a record of an order. A complaint's or refund's number opens that record only. */
const isTheirs = (proof: Proof, opens: Exclude<Opens, { record: 'customer' }>, record: OrderRecord) =>
  sameEmail(proof.email, record.order.customer.email) &&
  (proof.kind === 'customer' ||
    (proof.record === opens.record && proof.number.toLowerCase() === opens.number.trim().toLowerCase()))

/**
 * Whether a caller may use a tool on what the call opens. An unknown record and another customer's take one path and
 * come to the same, so that nobody learns from an answer which numbers there are.
 */
export async function accessTo(
  tool: AnyTool,
  input: unknown,
  caller: { readonly staff: boolean; readonly proof: Proof | null },
  store: Store,
  context: CallContext,
): Promise<Access> {
  const { proof } = caller
  if (tool.access === 'staff' && !caller.staff) return { allowed: false, because: 'staff_only' }
  if (tool.access !== 'customer') return { allowed: true, subject: { proof, record: null } }
  if (proof === null) return { allowed: false, because: 'unproved' }
  const opens = tool.opens?.(input) ?? { record: 'customer' as const }
  if (opens.record === 'customer') {
    return proof.kind === 'customer'
      ? { allowed: true, subject: { proof, record: null } }
      : { allowed: false, because: 'unproved' }
  }
  const number = await orderOf(opens, store, context)
  const record = number === null ? null : await store.orderRecord(number, context)
  return record !== null && isTheirs(proof, opens, record)
    ? { allowed: true, subject: { proof, record } }
    : { allowed: false, because: 'not_theirs' }
}
