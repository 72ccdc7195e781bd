import type { Catalog } from '@marketplace-agent/catalog'
import type { ComplaintReason, Intent, ListedOrder, Proof } from '@marketplace-agent/domain'
import type { Clause } from '@marketplace-agent/intent'
import type { AnyTool } from '../tools/define-tool.ts'
import { type Tried, orderQuestion, proofQuestion, questionFor } from './ask-back.ts'
import { contentWords } from './dialogue/content-words.en.ts'
import type { Claim, Focus, TalkedRecord } from './dialogue/conversation.ts'
import { type Filled, fill } from './dialogue/fill.ts'
import { type SlotView, mentionsOf } from './dialogue/filling.ts'
import { howLongIn } from './dialogue/how-long.en.ts'
import { focusWith } from './dialogue/remember.ts'
import { unheardOf } from './dialogue/unheard-of.en.ts'
import type { Call, CallRole, Done, Question, Request } from './request.ts'

/** What the turn has to go by before anything is called. */
export interface TurnView {
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
}

/** What a request is planned from. `orders`: the customer's orders, once they are looked up in this turn. */
export interface PlanView extends TurnView {
  readonly orders: readonly ListedOrder[] | undefined
}

/** The products talked about when a request of this message comes up: what an earlier clause named counts. */
export const focusAt = ({ focus, requests }: TurnView, index: number): Focus =>
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
function talkedOf({ proof, record }: TurnView, { entities }: Clause): Pick<SlotView, 'talked'> {
  if (record !== null && record.kind !== 'order' && entities.pronoun)
    return { talked: { record: record.kind, number: record.number } }
  return proof?.kind === 'record' ? { talked: proof } : {}
}

/** The customer's orders, once they are looked up. */
export function ordersIn(done: readonly Done[]): readonly ListedOrder[] | undefined {
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

/** The plan of each request. */
export const planRequests = (view: PlanView): readonly Plan[] =>
  view.requests.map((_request, index) => planRequest(view, index))

/** The calls of one request, or what has to be asked first. Tools of one task are alternatives: what is named decides. */
function planRequest(view: PlanView, index: number): Plan {
  const request = view.requests[index]
  if (request === undefined) return { calls: [], question: null }
  if (request.calls !== undefined)
    return { calls: request.calls.map((call): Call => ({ ...call, request: index })), question: null }
  const { clause, intent, confident } = request
  const task = taskOf(request, view.proof)
  const { orders } = view
  const around: SlotView = {
    clause,
    focus: focusAt(view, index),
    catalog: view.catalog,
    history: view.history,
    ...talkedOf(view, clause),
    ...(request.before !== undefined && { before: request.before }),
    ...(request.askedFor !== undefined && { askedFor: request.askedFor }),
    ...(request.said !== undefined && { said: request.said }),
  }
  const slotView = (tool: AnyTool): SlotView => ({
    ...around,
    suits: tool.suits,
    ...(orders !== undefined && needsOrders(tool, clause) && { orders }),
  })
  const extra = (role: CallRole, tools: readonly AnyTool[], asked = clause) =>
    tools.flatMap((tool) => extraCalls(index, role, tool, { ...around, clause: asked }))
  // Of what the shop hasn't its documents say nothing either, but for what it fits.
  const isUnheard = () => task !== 'check_compatibility' && unheardOf(clause, view.catalog) !== null
  const standingIn = () =>
    contentWords(clause) === '' || isUnheard() ? [] : view.tools.filter((tool) => tool.standsIn)
  // Too unsure to act: only a document that speaks to the very words makes it sure.
  if (!confident) return { calls: task === 'out_of_scope' ? [] : extra('rival', standingIn()), question: null }
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
      open || wrapped || asking ? standingIn().filter((tool) => tool.name !== answered) : [],
    )

  if (customer !== undefined && !opensWith(view.proof, customer, chosen)) {
    // How long something takes the policy tells whoever asks.
    const time = howLongIn(clause.text)
    const role = (tool: AnyTool) => (tool.background?.includes(task) === true ? 'support' : 'rival')
    const terms =
      time === null ? [] : standingIn().flatMap((tool) => extra(role(tool), [tool], { ...clause, text: time }))
    const question = proofQuestion(index, customer, view.claim, slotView(customer.tool))
    // Who has said nothing yet of which order they mean may well want to know how it is done.
    const named = view.claim.numbers.length > 0 || view.claim.email !== null || request.before !== undefined
    if (terms.length > 0) return { calls: terms, question }
    const troubles = task === 'file_complaint' && !named ? extra('rival', standingIn(), asTrouble(clause)) : []
    return {
      calls: [...troubles, ...(named && task !== 'return_possible' ? [] : consult(undefined, true, false))],
      question,
    }
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
            standingIn().filter((tool) => tool.background?.includes(task)),
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

/** Faults that no manual knows of. */
const ofDelivery = new Set<ComplaintReason | null>(['damaged', 'missing_item', 'wrong_item', 'service', 'late'])

/** A complaint as a question for the manual of what it names: many troubles are solved there. */
function asTrouble(clause: Clause): Clause {
  const { mentions, complaintReason } = clause.entities
  const names = mentions.some(({ kind }) => kind === 'product' || kind === 'category')
  return !names || ofDelivery.has(complaintReason)
    ? clause
    : { ...clause, task: 'product_how_to', intent: 'product_info' }
}

/** Whether a clause names the very record it asks about: then the policy has nothing to add. */
const namesRecord = ({ entities: { orders, refunds, complaints } }: Clause) =>
  orders.length + refunds.length + complaints.length > 0
