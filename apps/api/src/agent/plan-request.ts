import type { Catalog } from '@marketplace-agent/catalog'
import type { Intent, ListedOrder, Proof } from '@marketplace-agent/domain'
import type { Clause } from '@marketplace-agent/intent'
import type { AnyTool } from '../tools/define-tool.ts'
import { type Tried, orderQuestion, proofQuestion, questionFor } from './ask-back.ts'
import { contentWords } from './dialogue/content-words.en.ts'
import type { Claim, Focus, TalkedRecord } from './dialogue/conversation.ts'
import { type Filled, fill } from './dialogue/fill.ts'
import { type SlotView, mentionsOf } from './dialogue/filling.ts'
import { focusWith } from './dialogue/remember.ts'
import type { Call, CallRole, Done, Question, Request } from './request.ts'

export interface DecideView {
  readonly requests: readonly Request[]
  readonly focus: Focus
  readonly catalog: Catalog
  readonly tools: readonly AnyTool[]
  readonly proof: Proof | null
  /** What was said towards a proof. */
  readonly claim: Claim
  /** What was said in the conversation, for whoever takes it over. */
  readonly history: string
  /** The order, refund or complaint last shown. */
  readonly record: TalkedRecord | null
  /** True where a question waits for its answer. */
  readonly questioned: boolean
  /** True while a proposal waits for its yes: nothing else may be proposed. */
  readonly proposed: boolean
  readonly done: readonly Done[]
}

/** The products talked about when a request of this message comes up: what an earlier clause named counts. */
export const focusAt = ({ focus, requests }: DecideView, index: number): Focus =>
  requests.slice(0, index).reduce((before, { clause }) => focusWith(before, clause), focus)

/** Intents whose questions a document may answer as well ("which charger do I need?"). */
const answeredByDocuments = new Set<Intent>(['product_info', 'comparison'])

export interface Plan {
  readonly calls: readonly Call[]
  readonly question: Question | null
}

/**
 * The calls of a tool beside the one that answers; none where the message doesn't fill it. What supports an answer is
 * short, and is about what the message names, not about what was talked of before.
 */
function extraCalls(request: number, role: CallRole, tool: AnyTool, slotView: SlotView): Call[] {
  const filled = fill(tool, slotView)
  if (filled.state !== 'ready' || (role === 'support' && !filled.explicit)) return []
  const short = role === 'support' && tool.input.properties['limit'] !== undefined
  return filled.inputs.map((input) => ({
    request,
    tool: tool.name,
    input: short ? { ...input, limit: 1 } : input,
    role,
  }))
}

/** Tasks about an order that a complaint's or refund's number doesn't open: what it opens is meant. */
const ofAnOrder = new Set(['order_details', 'order_status', 'order_contents', 'return_possible'])

function taskOf({ task, clause }: Request, proof: Proof | null): string {
  if (proof?.kind !== 'record' || !ofAnOrder.has(task) || clause.entities.orders.length > 0) return task
  return proof.record === 'refund' ? 'refund_status' : 'complaint_status'
}

/** The complaint or refund that is meant where none is named. */
function talkedOf({ proof, record }: DecideView, { entities }: Clause): Pick<SlotView, 'talked'> {
  if (record !== null && record.kind !== 'order' && entities.pronoun)
    return { talked: { record: record.kind, number: record.number } }
  return proof?.kind === 'record' ? { talked: proof } : {}
}

/** The customer's orders, once they are looked up in this turn. */
function ordersIn(done: readonly Done[]): readonly ListedOrder[] | undefined {
  const found = done.find(({ call, result }) => call.tool === lookupTool && result.data?.kind === 'orders')
  return found?.result.data?.kind === 'orders' ? found.result.data.orders : undefined
}

/** What tells whose orders there are, before something is done with one of them. */
const lookupTool = 'list_orders'

/**
 * Whether a tool is about an order of the customer's that has to be found first: by its state, by what is in it or by
 * its place among theirs.
 */
function needsOrders(tool: AnyTool, { entities }: Clause): boolean {
  if (!Object.values(tool.slots).some((slot) => slot === 'order')) return false
  if (tool.access === 'customer') return true
  const { orders, ordinal } = entities
  const names = mentionsOf(entities, 'product').length > 0 || mentionsOf(entities, 'category').length > 0
  return orders.length === 0 && (names || ordinal !== null)
}

/** The calls of one request, or what has to be asked first. Tools of one task are alternatives: what is named decides. */
export function planRequest(view: DecideView, index: number): Plan {
  const request = view.requests[index]
  if (request === undefined) return { calls: [], question: null }
  if (request.calls !== undefined)
    return { calls: request.calls.map((call): Call => ({ ...call, request: index })), question: null }
  const { clause, intent, confident } = request
  const task = taskOf(request, view.proof)
  const orders = ordersIn(view.done)
  const slotView = (tool?: AnyTool): SlotView => ({
    clause,
    focus: focusAt(view, index),
    catalog: view.catalog,
    suits: tool?.suits,
    history: view.history,
    ...(tool !== undefined && needsOrders(tool, clause) && orders !== undefined && { orders }),
    ...talkedOf(view, clause),
    ...(request.before !== undefined && { before: request.before }),
    ...(request.askedFor !== undefined && { askedFor: request.askedFor }),
    ...(request.said !== undefined && { said: request.said }),
  })
  const extra = (role: CallRole, tools: readonly AnyTool[]) =>
    tools.flatMap((tool) => extraCalls(index, role, tool, slotView()))
  const standingIn = contentWords(clause) === '' ? [] : view.tools.filter((tool) => tool.standsIn)
  // Too unsure to act: only a document that speaks to the very words makes it sure.
  if (!confident) return { calls: task === 'out_of_scope' ? [] : extra('rival', standingIn), question: null }
  const tried = view.tools
    .filter((tool) => tool.tasks.includes(task))
    .map((tool): Tried => ({ tool, filled: fill(tool, slotView(tool), request.askedFor) }))
  const ready = tried.flatMap(({ tool, filled }) => (filled.state === 'ready' ? [{ tool, filled }] : []))
  const chosen = ready.find(({ filled }) => filled.explicit) ?? ready[0]
  const [first] = tried
  const customer = first?.tool.access === 'customer' ? first : undefined
  const open = answeredByDocuments.has(intent) || task === 'shop_info'
  // Small talk that has words of its own may be a question in a friendly wrapping ("can you help me with …").
  const wrapped = tried.length === 0 && clause.act !== 'cancel' && task !== 'out_of_scope'
  const consult = (answered: string | undefined, asking: boolean, instead: boolean) =>
    extra(
      instead ? 'instead' : 'rival',
      open || wrapped || asking ? standingIn.filter((tool) => tool.name !== answered) : [],
    )

  if (customer !== undefined && !opensWith(view.proof, customer, chosen)) {
    const question = proofQuestion(index, customer, view.claim, slotView(customer.tool))
    // Who has said nothing yet of which order they mean may well want to know how it is done.
    const named = view.claim.numbers.length > 0 || view.claim.email !== null || request.before !== undefined
    return { calls: named && task !== 'return_possible' ? [] : consult(undefined, true, false), question }
  }
  if (first !== undefined && view.proof?.kind === 'customer' && needsOrders(first.tool, clause) && orders === undefined)
    return { calls: [{ request: index, tool: lookupTool, input: {}, role: 'lookup' }], question: null }

  const answers = (chosen?.filled.inputs ?? []).map((input): Call => ({
    request: index,
    tool: chosen?.tool.name ?? '',
    input,
    role: 'answer',
  }))
  const question =
    chosen !== undefined || first === undefined
      ? null
      : customer === undefined
        ? questionFor(index, first, clause, view.catalog)
        : orderQuestion(index, first, clause, view.catalog, orders)
  return {
    calls: [
      ...answers,
      ...(customer !== undefined && namesRecord(clause)
        ? []
        : extra(
            'support',
            view.tools.filter((tool) => tool.background?.includes(task)),
          )),
      ...(customer === undefined ? consult(chosen?.tool.name, question !== null, open && question !== null) : []),
      // "How long does that take?" of a status may be a question for the policy.
      ...(customer !== undefined && question === null
        ? extra(
            'rival',
            standingIn.filter((tool) => tool.background?.includes(task)),
          )
        : []),
    ],
    question,
  }
}

/** Whether a proof is one for what a tool would open. A complaint's or refund's number opens that record only. */
function opensWith(proof: Proof | null, { tool }: Tried, ready: { filled: Filled & { state: 'ready' } } | undefined) {
  if (proof === null) return false
  if (proof.kind === 'customer') return true
  const [input] = ready?.filled.inputs ?? []
  const opens = input === undefined ? undefined : tool.opens?.(input)
  return opens?.record === 'complaint' || opens?.record === 'refund'
}

/** Whether a clause names the very record it asks about: then the policy has nothing to add. */
const namesRecord = ({ entities: { orders, refunds, complaints } }: Clause) =>
  orders.length + refunds.length + complaints.length > 0
