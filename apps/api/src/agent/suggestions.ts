import type { ToolResult } from '@marketplace-agent/domain'
import type { AnyTool } from '../tools/define-tool.ts'
import type { Gate } from './gate.ts'
import { isProposal } from './is-proposal.ts'
import type { Done, Question } from './request.ts'
import { answersToProposal, openers, sameWords } from './suggestions.en.ts'

export interface SuggestionView {
  /** The results that count, and the questions back, in the order of the requests. */
  readonly done: readonly Done[]
  readonly questions: readonly Question[]
  readonly requests: number
  /** True where a proposal is put again at the end. */
  readonly restated: boolean
  /** What came of a yes. */
  readonly confirmed: ToolResult | null
  /** What the customer said in this message and lately. */
  readonly said: readonly string[]
  readonly gate: Gate
}

const most = 3

function after({ call, result }: Done, { words }: AnyTool, { kit }: Gate): readonly string[] {
  if (result.outcome === 'not_found') return words.unfound ?? []
  if (result.outcome !== 'ok' || result.data === null || call.role === 'support') return []
  return words.next(result.data, kit, call.input)
}

/** What the customer might say next, the most useful first; nothing that they have just said. */
export function suggestionsFor(view: SuggestionView): readonly string[] {
  const { done, questions, restated, confirmed, said, gate } = view
  if (restated) return answersToProposal
  const isNew = (text: string) => !said.some((each) => sameWords(each, text))
  const suggestions: string[] = []
  for (let request = 0; request < view.requests; request++) {
    for (const question of questions.filter((each) => each.request === request))
      suggestions.push(...question.suggestions)
    for (const each of done.filter(({ call }) => call.request === request)) {
      if (isProposal(each.result)) suggestions.push(...answersToProposal)
      else suggestions.push(...after(each, gate.tool(each.call.tool), gate).filter(isNew))
    }
  }
  if (confirmed?.outcome === 'ok' && confirmed.data !== null)
    suggestions.push(...gate.tool(confirmed.tool).words.next(confirmed.data, gate.kit, {}).filter(isNew))
  // A question back wants its answer; everything else that leads nowhere gets a way on.
  const lead = suggestions.length === 0 && questions.length === 0 ? openers.filter(isNew) : suggestions
  return [...new Set(lead)].slice(0, most)
}
