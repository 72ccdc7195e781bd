import { CodedError } from '@marketplace-agent/domain'
import { decideByRules } from './decide.ts'
import { type TurnView, ordersIn, planRequests } from './plan-request.ts'
import type { Call, Decision, Done } from './request.ts'

/** What came of the requests of a turn. */
export interface Answered extends Omit<Extract<Decision, { kind: 'answer' }>, 'kind'> {
  readonly done: readonly Done[]
}

/** More rounds of calls than this is a fault of the decider. */
const mostRounds = 12

/** What a tool itself asked for is a question like any other. */
function withAsked({ done, questions, ...rest }: Answered): Answered {
  const asking = done.filter(({ result }) => result.outcome === 'needs_input' && result.needs !== undefined)
  return {
    done: done.filter((each) => !asking.includes(each)),
    questions: [
      ...questions,
      ...asking.map(({ call, result }) => ({
        request: call.request,
        tool: call.tool,
        field: result.needs ?? '',
        text: result.message,
        suggestions: [],
      })),
    ],
    ...rest,
  }
}

/** Decides and calls until there is nothing left to call. */
export async function answerRequests(
  view: TurnView,
  call: (calls: readonly Call[]) => Promise<readonly Done[]>,
): Promise<Answered> {
  const done: Done[] = []
  let orders = ordersIn(done)
  let plans = planRequests({ ...view, orders })
  for (let round = 0; round < mostRounds; round++) {
    const found = ordersIn(done)
    // All that is planned from changes only when the customer's orders become known.
    if (found !== orders) {
      orders = found
      plans = planRequests({ ...view, orders })
    }
    const decision = decideByRules({ ...view, plans, done })
    if (decision.kind === 'answer') {
      const { questions, waiting, taken } = decision
      return withAsked({ done, questions, waiting, taken })
    }
    done.push(...(await call(decision.calls)))
  }
  throw new CodedError('internal', `The decider was not done after ${mostRounds} rounds.`)
}
