import type { ToolResult } from '@marketplace-agent/domain'
import type { Done } from './request.ts'
import { wordsIn } from './dialogue/words-in.ts'
import { speaksOf, speaksOfStock } from './speaks-of.en.ts'

/** From this relevance on a document is told before what a tool found. */
const strongRelevance = 0.8

/** The words for what was asked of a product where nothing of it is known; null: something is, or nothing was asked. */
function unknownAsked({ call, result: { data } }: Done): readonly string[] | null {
  const { facts = [], feature = '' } = call.input as { readonly facts?: readonly string[]; readonly feature?: string }
  const words = wordsIn(`${facts.join(' ').replaceAll('_', ' ')} ${feature}`)
  return data?.kind !== 'product' || data.asked.length > 0 || words.length === 0 ? null : words
}

/** Whether a passage says what a fact beside it does: it has the fact's value in it, or has to do with the stock. */
function supports({ data }: ToolResult, beside: readonly Done[]): boolean {
  if (data?.kind !== 'passages') return true
  const quotes = data.passages.map(({ quote }) => quote.toLowerCase())
  if (beside.some(({ result }) => result.data?.kind === 'stock')) return quotes.some(speaksOfStock)
  const unknown = beside.map(unknownAsked).find((words) => words !== null)
  if (unknown !== undefined && unknown !== null) return quotes.some((quote) => speaksOf(quote, unknown))
  const facts = beside.flatMap(({ result }) => (result.data?.kind === 'product' ? result.data.asked : []))
  return facts.length === 0 || facts.some(({ text }) => quotes.some((quote) => quote.includes(text.toLowerCase())))
}

const isPassage = ({ call, result }: Done) => call.role !== 'answer' && result.data?.kind === 'passages'

const isStrong = ({ data }: ToolResult) => data?.kind === 'passages' && data.relevance >= strongRelevance

const saysFact = (beside: readonly Done[]) =>
  beside.some(({ result }) => result.data?.kind === 'product' && result.data.asked.length > 0)

/** Whether a passage is told beside an answer. */
function isTold({ call, result }: Done, beside: readonly Done[]): boolean {
  if (result.outcome !== 'ok') return false
  if (call.role === 'support') return supports(result, beside)
  return isStrong(result) && (supports(result, beside) || saysFact(beside))
}

/**
 * The results that count, in the order they are told: of a first and a second try the second; support, stand-ins and
 * rivals only where they found something, and that nothing is known of a product only where no document says it; a
 * rival first, unless the very fact that was asked for is told.
 */
export function counted(done: readonly Done[]): readonly Done[] {
  const kept = done.filter((each, index) => {
    const { call, result } = each
    const beside = done.filter((other) => other.call.request === call.request)
    switch (call.role) {
      case 'answer': {
        if (unknownAsked(each) !== null) return !beside.some((other) => isPassage(other) && isTold(other, beside))
        const retried = done.slice(index + 1).some((later) => later.call.secondTry === true && beside.includes(later))
        return result.outcome !== 'not_found' || !retried
      }
      case 'instead':
        return result.outcome === 'ok'
      case 'lookup':
        return false
      case 'support':
      case 'rival':
        return isTold(each, beside)
    }
  })
  // A passage that doesn't say the fact which was asked for doesn't go before it.
  const leads = ({ call, result }: Done) =>
    call.role === 'rival' &&
    supports(
      result,
      done.filter((other) => other.call.request === call.request),
    )
  return kept.toSorted((one, other) => Number(leads(other)) - Number(leads(one)))
}
