import type { Source, ToolResult } from '@marketplace-agent/domain'
import type { Understanding } from '@marketplace-agent/intent'
import type { WordsKit } from '../tools/define-tool.ts'
import { counted } from './counted.ts'
import type { Gate } from './gate.ts'
import type { Done, Question, Request } from './request.ts'
import { answersToProposal, openers } from './reply.en.ts'
import { type SmallTalk, smallTalk } from './small-talk.ts'

export interface ReplyView {
  readonly understanding: Understanding
  readonly requests: readonly Request[]
  readonly done: readonly Done[]
  readonly questions: readonly Question[]
  /** Requests that nothing more is said of: they wait, were answered by an earlier one, or by what is said around. */
  readonly silent: ReadonlySet<number>
  /** What is said before the answers, and what after them. */
  readonly lead: readonly string[]
  readonly tail: readonly string[]
  /** True where a proposal is put again at the end. */
  readonly restated: boolean
  /** What came of a yes, told first. */
  readonly confirmed: ToolResult | null
  readonly turn: number
  readonly gate: Gate
  readonly templates: SmallTalk
  readonly greeting: string
}

export interface Reply {
  readonly response: string
  readonly results: readonly ToolResult[]
  readonly sources: readonly Source[]
  readonly suggestions: readonly string[]
}

const mostSuggestions = 3

export const isProposal = ({ outcome, data }: ToolResult) => outcome === 'ok' && data?.kind === 'proposal'

function sourcesOf(done: readonly Done[]): Source[] {
  const sources = done.flatMap(({ result: { data } }) =>
    data?.kind === 'passages' || data?.kind === 'refusal' ? data.passages : [],
  )
  return sources.filter((source, index) => sources.findIndex(({ id }) => id === source.id) === index)
}

const valuesOf = ({ greeting }: ReplyView, { shopName, contact }: WordsKit) => ({
  shop_name: shopName,
  greeting,
  contact,
})

/** What is said where no tool answers: small talk, or a question back where it isn't sure what was meant. */
function unanswered(request: Request, view: ReplyView, kit: WordsKit): string {
  const say = (task: string) => smallTalk(view.templates, task, view.turn, valuesOf(view, kit))
  return (request.confident ? say(request.task) : say('unsure')) ?? say('unsure') ?? ''
}

/** What a tool says after the answer to a task, once a request. */
const afterwordsOf = (mine: readonly Done[], { task }: Request, gate: Gate): string[] => [
  ...new Set(
    mine.flatMap(({ call }) => {
      const say = gate.tool(call.tool).words.afterwords?.[task]
      return say === undefined || call.role !== 'answer' ? [] : [say(gate.kit)]
    }),
  ),
]

/** The words of a turn: each request's answer in the order it was asked, what is still missing, what to say next. */
export function composeReply(view: ReplyView): Reply {
  const { kit } = view.gate
  const done = counted(view.done)
  const { confirmed } = view
  const paragraphs: string[] = [...view.lead, ...(confirmed === null ? [] : [confirmed.message])]
  const suggestions: string[] = []
  const asked: ToolResult[] = []
  // What waits for a yes is told last: it is what is asked.
  const proposals: string[] = []
  for (const [index, request] of view.requests.entries()) {
    const mine = done.filter(({ call }) => call.request === index)
    const question = view.questions.find((each) => each.request === index)
    for (const { result } of mine) (isProposal(result) ? proposals : paragraphs).push(result.message)
    paragraphs.push(...afterwordsOf(mine, request, view.gate))
    if (question !== undefined) {
      paragraphs.push(question.text)
      suggestions.push(...question.suggestions)
      const { tool, field, text } = question
      asked.push({ tool, outcome: 'needs_input', data: null, message: text, needs: field })
    }
    if (mine.length === 0 && question === undefined && !view.silent.has(index))
      paragraphs.push(unanswered(request, view, kit))
    for (const { call, result } of mine) {
      if (isProposal(result)) suggestions.push(...answersToProposal)
      else if (result.outcome === 'ok' && result.data !== null && call.role !== 'support') {
        suggestions.push(...view.gate.tool(call.tool).words.next(result.data, kit, call.input))
      }
    }
  }
  if (confirmed?.outcome === 'ok' && confirmed.data !== null) {
    const { words } = view.gate.tool(confirmed.tool)
    suggestions.push(...words.next(confirmed.data, kit, {}))
  }
  paragraphs.push(...view.tail, ...proposals)
  const calm = view.understanding.upset ? smallTalk(view.templates, 'calm', view.turn, valuesOf(view, kit)) : null
  return {
    response: [...(calm === null ? [] : [calm]), ...new Set(paragraphs.filter((text) => text !== ''))].join('\n\n'),
    results: [...(confirmed === null ? [] : [confirmed]), ...done.map(({ result }) => result), ...asked],
    sources: sourcesOf(done),
    // A question back wants its answer; everything else that leads nowhere gets a way on.
    suggestions: [
      ...new Set(
        view.restated ? answersToProposal : suggestions.length === 0 && asked.length === 0 ? openers : suggestions,
      ),
    ].slice(0, mostSuggestions),
  }
}
