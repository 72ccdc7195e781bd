import { writes } from '../tools/define-tool.ts'
import { counted } from './counted.ts'
import { fill } from './dialogue/fill.ts'
import { type Plan, type TurnView, focusAt } from './plan-request.ts'
import { isProposal } from './is-proposal.ts'
import type { Call, Decision, Done, Question, Request } from './request.ts'

/** What is to be decided on: the plan of each request, and what was done of them so far. */
export interface DecideView extends TurnView {
  readonly plans: readonly Plan[]
  readonly done: readonly Done[]
}

/** The same for the same call. */
const keyOf = ({ tool, input }: Call) => `${tool} ${JSON.stringify(input)}`

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

/** A request that is settled but for its turn. */
const later = ({ clause, task, intent }: Request, { tool, input, role }: Call): Request => ({
  clause,
  task,
  intent,
  confident: true,
  calls: [{ tool, input, role }],
})

/**
 * Whether a question only comes of a digression that a document has answered ("where do I find my order number?"): the one
 * before it is still to be answered.
 */
const digresses = ({ request, field, tool }: Question, { done, questioned, tools }: DecideView) =>
  questioned &&
  field === 'proof' &&
  !tools.some((each) => each.name === tool && writes(each)) &&
  counted(done).some(({ call, result }) => call.request === request && result.data?.kind === 'passages')

/** Decides by rules what a turn does next, from what is planned and the results so far. */
export function decideByRules(view: DecideView): Decision {
  const { plans } = view
  const known = new Set(view.done.map(({ call }) => keyOf(call)))
  const wanted = [...plans.flatMap(({ calls }) => calls), ...secondTries(view)]
  const fresh = wanted.filter((call) => {
    const key = keyOf(call)
    return !known.has(key) && known.add(key)
  })
  const isWrite = ({ tool }: Call) => view.tools.some((each) => each.name === tool && writes(each))
  const reads = fresh.filter((call) => !isWrite(call))
  // One change at a time: the next is proposed when this one is settled.
  const open = view.proposed || view.done.some(({ result }) => isProposal(result))
  const changes = fresh.filter(isWrite)
  const calls = open ? reads : [...reads, ...changes.slice(0, 1)]
  if (calls.length > 0) return { kind: 'calls', calls }

  const answered = new Set(
    view.done.flatMap(({ call, result }) => (call.role === 'instead' && result.outcome === 'ok' ? [call.request] : [])),
  )
  const asked = plans.flatMap(({ question }, index) =>
    question === null || answered.has(index) || digresses(question, view) ? [] : [question],
  )
  // What needs the same proof is asked for once; the others go on when it is given. Beside a proposal, changes wait.
  const proofs = asked.filter(({ field }) => field === 'proof')
  const held = [
    ...(open ? asked.filter(({ tool }) => view.tools.some((each) => each.name === tool && writes(each))) : []),
    ...proofs.slice(1),
  ]
  return {
    kind: 'answer',
    questions: asked.filter((question) => !held.includes(question)),
    taken: new Set([
      ...plans.flatMap(({ calls: planned }, index) => (planned.some(({ role }) => role === 'answer') ? [index] : [])),
      ...held.map(({ request }) => request),
    ]),
    waiting: [
      ...(open ? changes : []).map((call) => later(view.requests[call.request] as Request, call)),
      ...new Set(held.map(({ request }) => view.requests[request] as Request)),
    ],
  }
}
