import type { ToolResult } from '@marketplace-agent/domain'
import type { Done } from './request.ts'

/** From this relevance on a document is told before what a tool found. */
const strongRelevance = 0.8

/** Whether a passage that supports a fact says the same: it has the fact's value in it. */
function supports({ data }: ToolResult, beside: readonly Done[]): boolean {
  if (data?.kind !== 'passages') return true
  const facts = beside.flatMap(({ result }) => (result.data?.kind === 'product' ? result.data.asked : []))
  const quotes = data.passages.map(({ quote }) => quote.toLowerCase())
  return facts.length === 0 || facts.some(({ text }) => quotes.some((quote) => quote.includes(text.toLowerCase())))
}

const isStrong = ({ data }: ToolResult) => data?.kind === 'passages' && data.relevance >= strongRelevance

/**
 * The results that count, in the order they are told: of a first and a second try the second; support, stand-ins and
 * rivals only where they found something; a rival first, unless the very fact that was asked for is told.
 */
export function counted(done: readonly Done[]): readonly Done[] {
  const kept = done.filter(({ call, result }, index) => {
    const beside = done.filter((other) => other.call.request === call.request)
    switch (call.role) {
      case 'answer': {
        const retried = done.slice(index + 1).some((later) => later.call.secondTry === true && beside.includes(later))
        return result.outcome !== 'not_found' || !retried
      }
      case 'support':
        return result.outcome === 'ok' && supports(result, beside)
      case 'instead':
        return result.outcome === 'ok'
      case 'lookup':
        return false
      case 'rival':
        return result.outcome === 'ok' && isStrong(result)
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
