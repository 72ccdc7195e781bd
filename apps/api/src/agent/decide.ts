import type { Catalog } from '@marketplace-agent/catalog'
import type { Intent } from '@marketplace-agent/domain'
import type { Clause } from '@marketplace-agent/intent'
import type { AnyTool } from '../tools/define-tool.ts'
import { contentWords } from './dialogue/content-words.en.ts'
import type { Focus } from './dialogue/conversation.ts'
import { type Filled, fill } from './dialogue/fill.ts'
import { type SlotView, mentionsOf } from './dialogue/filling.ts'
import type { Call, CallRole, Decision, Done, Question, Request } from './request.ts'

export interface DecideView {
  readonly requests: readonly Request[]
  readonly focus: Focus
  readonly catalog: Catalog
  readonly tools: readonly AnyTool[]
  readonly done: readonly Done[]
}

/** The products talked about when a request of this message comes up: what an earlier clause named counts. */
function focusAt(view: Omit<DecideView, 'done'>, index: number): Focus {
  let focus = view.focus
  for (const { clause } of view.requests.slice(0, index)) {
    const products = clause.entities.mentions
      .filter((mention) => mention.kind === 'product' && !mention.negated)
      .flatMap(({ candidates }) => candidates.slice(0, 1).map(({ id }) => id as number))
    focus = {
      ...focus,
      ...(products.length > 0 && { products }),
      ...(clause.entities.orders[0] !== undefined && { order: clause.entities.orders[0] }),
    }
  }
  return focus
}

interface Tried {
  readonly tool: AnyTool
  readonly filled: Filled
}

/** Most products that a question names to choose from. */
const mostChoices = 4

/** The products that may be meant: by words that fit several, or by a kind of which there are few ("the hub"). */
function choicesOf({ tool, filled }: Tried, clause: Clause, catalog: Catalog): readonly number[] {
  if (filled.state === 'several') return filled.products.slice(0, mostChoices)
  const [kind] = mentionsOf(clause.entities, 'category')
  const slot = filled.state === 'missing' ? tool.slots[filled.field] : undefined
  if (kind === undefined || slot === undefined || !slot.includes('product')) return []
  const category = String(kind.candidates[0]?.id)
  const { total, items } = catalog.query({ categories: [category], limit: mostChoices })
  return total > 1 && total <= mostChoices ? items.map(({ id }) => id) : []
}

function questionFor(request: number, tried: Tried, clause: Clause, catalog: Catalog): Question {
  const { tool, filled } = tried
  const field = filled.state === 'ready' ? '' : filled.field
  const names = choicesOf(tried, clause, catalog).flatMap((id) => catalog.get(id)?.name ?? [])
  const last = names.at(-1)
  const ask: string = tool.words.ask[field] ?? tool.title
  const unknown = tool.slots[field]?.includes('product') === true ? contentWords(clause) : ''
  const text =
    last === undefined
      ? unknown === ''
        ? ask
        : `I can't find “${unknown}” among our products. ${ask}`
      : `Which one do you mean: the ${names.slice(0, -1).join(', the ')} or the ${last}?`
  return { request, tool: tool.name, field, text, suggestions: names }
}

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

/** The calls of one request, or what has to be asked first. Tools of one task are alternatives: what is named decides. */
function plan(view: Omit<DecideView, 'done'>, index: number): Plan {
  const request = view.requests[index]
  if (request === undefined) return { calls: [], question: null }
  const { clause, task, intent, confident } = request
  const slotView = { clause, focus: focusAt(view, index), catalog: view.catalog }
  const extra = (role: CallRole, tools: readonly AnyTool[]) =>
    tools.flatMap((tool) => extraCalls(index, role, tool, slotView))
  const standingIn = contentWords(clause) === '' ? [] : view.tools.filter((tool) => tool.standsIn)
  // Too unsure to act: only a document that speaks to the very words makes it sure.
  if (!confident) return { calls: task === 'out_of_scope' ? [] : extra('rival', standingIn), question: null }

  const tried = view.tools
    .filter((tool) => tool.tasks.includes(task))
    .map((tool): Tried => ({ tool, filled: fill(tool, slotView) }))
  const ready = tried.flatMap(({ tool, filled }) => (filled.state === 'ready' ? [{ tool, filled }] : []))
  const chosen = ready.find(({ filled }) => filled.explicit) ?? ready[0]
  const answers = (chosen?.filled.inputs ?? []).map((input): Call => ({
    request: index,
    tool: chosen?.tool.name ?? '',
    input,
    role: 'answer',
  }))
  const [first] = tried
  const question = chosen === undefined && first !== undefined ? questionFor(index, first, clause, view.catalog) : null
  const open = answeredByDocuments.has(intent) || task === 'shop_info' || task === 'person'
  // Small talk that has words of its own may be a question in a friendly wrapping ("can you help me with …").
  const wrapped = tried.length === 0 && clause.act !== 'cancel' && task !== 'out_of_scope'
  const consulted = open || wrapped || question !== null ? standingIn.filter((tool) => tool !== chosen?.tool) : []
  return {
    calls: [
      ...answers,
      ...extra(
        'support',
        view.tools.filter((tool) => tool.background?.includes(task)),
      ),
      ...extra(open && question !== null ? 'instead' : 'rival', consulted),
    ],
    question,
  }
}

const sameCall = (one: Call, other: Call) =>
  one.tool === other.tool && JSON.stringify(one.input) === JSON.stringify(other.input)

/**
 * A second try where the documents have nothing for a request: the task's own topic instead of the customer's words,
 * or everything about the product it names.
 */
function secondTries(view: DecideView): Call[] {
  return view.done.flatMap(({ call, result }) => {
    const request = view.requests[call.request]
    const tool = view.tools.find(({ name }) => name === call.tool)
    if (result.outcome !== 'not_found' || call.role !== 'answer' || request === undefined) return []
    const topic = tool?.words.topics?.[request.task]
    if (topic !== undefined && call.input['q'] !== topic)
      return [{ ...call, input: { ...call.input, q: topic }, secondTry: true }]
    const other = view.tools.find(({ name }) => name === tool?.otherwise)
    if (other === undefined || request.intent !== other.intent) return []
    const filled = fill(other, { clause: request.clause, focus: focusAt(view, call.request), catalog: view.catalog })
    if (filled.state !== 'ready' || !filled.explicit) return []
    return filled.inputs
      .slice(0, 1)
      .map((input): Call => ({ request: call.request, tool: other.name, input, role: 'answer', secondTry: true }))
  })
}

/** What each request of a message asks for, before anything is called. */
export const planRequests = (view: Omit<DecideView, 'done'>): readonly Plan[] =>
  view.requests.map((_request, index) => plan(view, index))

/** Decides by rules what a turn does next, from the plans and the results so far. */
export function decideByRules(plans: readonly Plan[], view: DecideView): Decision {
  const wanted = view.done.length === 0 ? plans.flatMap(({ calls }) => calls) : secondTries(view)
  const calls = wanted.filter(
    (call, index) =>
      wanted.findIndex((other) => sameCall(call, other)) === index &&
      !view.done.some(({ call: made }) => sameCall(made, call)),
  )
  if (calls.length > 0) return { kind: 'calls', calls }
  const answered = new Set(
    view.done.flatMap(({ call, result }) => (call.role === 'instead' && result.outcome === 'ok' ? [call.request] : [])),
  )
  return {
    kind: 'answer',
    questions: plans.flatMap(({ question }, index) => (question === null || answered.has(index) ? [] : [question])),
  }
}
