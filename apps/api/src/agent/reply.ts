import type { Source, ToolResult } from '@marketplace-agent/domain'
import type { Understanding } from '@marketplace-agent/intent'
import type { WordsKit } from '../tools/define-tool.ts'
import { counted } from './counted.ts'
import type { Gate } from './gate.ts'
import type { Done, Question, Request } from './request.ts'
import { wordsAlike } from './dialogue/follow-up-words.en.ts'
import { unheardOf } from './dialogue/unheard-of.en.ts'
import { isProposal } from './is-proposal.ts'
import { unheardWords } from './reply.en.ts'
import { type SmallTalk, smallTalk } from './small-talk.ts'
import { suggestionsFor } from './suggestions.ts'
import { wordsIn } from './dialogue/words-in.ts'

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
  /** The tool that a question of the last answer was for. */
  readonly waited: string | null
  /** What the customer said: this message and the ones before it. */
  readonly messages: readonly string[]
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

/** The passages that are quoted; a search finds more, which its result has. */
function sourcesOf(done: readonly Done[]): Source[] {
  const sources = done.flatMap(({ result: { data } }) =>
    data?.kind === 'passages'
      ? data.passages.slice(0, data.answers ?? 1)
      : data?.kind === 'refusal'
        ? data.passages
        : [],
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

/** What was refused, where its grounds or what else there is were asked for; null: it wasn't, or nobody asked. */
function explained({ tool }: Done['call'], { data }: ToolResult, { explain }: Request, gate: Gate): string | null {
  if (explain === undefined || data?.kind !== 'refusal') return null
  return gate.tool(tool).words.explain?.(data, explain, gate.kit) ?? null
}

/** What a result says; beside one that says some of it already, what it adds to that. */
function told({ tool }: Done['call'], { outcome, data, message }: ToolResult, said: readonly string[], gate: Gate) {
  const { rest } = gate.tool(tool).words
  return rest === undefined || outcome !== 'ok' || data === null || said.length === 0
    ? message
    : rest(data, said.join(' '))
}

/** That the shop hasn't what a request names, unless a document speaks of it. */
function unheardIn(
  { clause, task, calls, confident }: Request,
  mine: readonly Done[],
  { catalog }: WordsKit,
): string[] {
  const unheard = calls === undefined && confident ? unheardOf(clause, catalog) : null
  if (unheard === null) return []
  const [name = ''] = wordsIn(unheard.text)
  const goods = clause.entities.mentions
    .filter(({ kind }) => kind === 'product' || kind === 'category')
    .map(({ start, end }) => wordsIn(clause.text.slice(start - clause.start, end - clause.start)))
  const quoted = mine.some(({ result: { data } }) => {
    const said = data?.kind === 'passages' ? wordsIn(data.passages[0]?.quote ?? '') : []
    const says = (word: string) => said.some((each) => wordsAlike(each, word))
    return says(name) && goods.every((words) => words.some(says))
  })
  if (quoted && unheard.near === null) return []
  const near = unheard.near === null ? null : (catalog.get(unheard.near)?.name ?? null)
  return [unheardWords(unheard.text, near, task === 'check_compatibility' || task === 'find_accessories')]
}

/** What is said beside the question for a proof: not again while it is asked on. */
const besideProof = ({ field, tool }: Question, { gate, waited }: ReplyView) =>
  field === 'proof' && waited !== tool ? gate.tool(tool).words.unproved : undefined

/** The words of a turn: each request's answer in the order it was asked, what is still missing, what to say next. */
export function composeReply(view: ReplyView): Reply {
  const { kit } = view.gate
  const done = counted(view.done)
  const { confirmed } = view
  const paragraphs: string[] = [...view.lead, ...(confirmed === null ? [] : [confirmed.message])]
  const questions: string[] = []
  const asked: ToolResult[] = []
  const calm = view.understanding.upset ? smallTalk(view.templates, 'calm', view.turn, valuesOf(view, kit)) : null
  // What is asked is told last, after that what waits for a yes.
  const proposals: string[] = []
  for (const [index, request] of view.requests.entries()) {
    const mine = done.filter(({ call }) => call.request === index)
    const question = view.questions.find((each) => each.request === index)
    const beside = question === undefined ? undefined : besideProof(question, view)
    if (calm === null && beside?.lead !== undefined) paragraphs.push(beside.lead)
    paragraphs.push(...unheardIn(request, mine, kit))
    const before = paragraphs.length
    for (const { call, result } of mine) {
      const text =
        explained(call, result, request, view.gate) ?? told(call, result, paragraphs.slice(before), view.gate)
      ;(isProposal(result) ? proposals : paragraphs).push(text)
    }
    paragraphs.push(...afterwordsOf(mine, request, view.gate))
    if (question !== undefined) {
      const { tool, field, text } = question
      questions.push(beside?.tail === undefined ? text : `${text} ${beside.tail(kit)}`)
      asked.push({ tool, outcome: 'needs_input', data: null, message: text, needs: field })
    }
    if (mine.length === 0 && question === undefined && !view.silent.has(index))
      paragraphs.push(unanswered(request, view, kit))
  }
  paragraphs.push(...questions, ...view.tail, ...proposals)
  return {
    response: [...(calm === null ? [] : [calm]), ...new Set(paragraphs.filter((text) => text !== ''))].join('\n\n'),
    results: [...(confirmed === null ? [] : [confirmed]), ...done.map(({ result }) => result), ...asked],
    sources: sourcesOf(done),
    suggestions: suggestionsFor({
      done,
      questions: view.questions,
      requests: view.requests.length,
      restated: view.restated,
      confirmed,
      said: view.messages,
      gate: view.gate,
    }),
  }
}
