import type { Source, ToolResult } from '@marketplace-agent/api-client'
import type { ReactNode } from 'react'
import { SourceChips } from '../../components/document/source-chips.tsx'
import { Markdown } from '../../components/markdown/markdown.tsx'
import { Notice } from '../../components/ui/notice.tsx'
import { ResultCard } from './cards/result-card.tsx'

interface AnswerProps {
  text: string
  results: readonly ToolResult[]
  sources?: readonly Source[]
  degraded?: readonly string[]
  /** The proposal that the answer makes. */
  proposal?: ReactNode
}

/** Cards that show what the list in the words lists, and more of it. */
const lists = new Set(['products', 'related', 'stock', 'orders'])

/** What of the words a card says better; only where it is the one card, so that nothing else is lost. */
function shownOtherwise(results: readonly ToolResult[]): readonly ('list' | 'table')[] {
  const [only, ...others] = results.flatMap(({ data }) => (data === null ? [] : [data.kind]))
  if (only === undefined || others.length > 0) return []
  if (only === 'comparison') return ['table']
  return lists.has(only) ? ['list'] : []
}

/** What the assistant says, with what it has found as what it is. */
export function Answer({ text, results, sources = [], degraded = [], proposal }: AnswerProps) {
  return (
    <div className="grid grid-cols-1 gap-3">
      {text !== '' && <Markdown text={text} without={shownOtherwise(results)} headingLevel={4} />}
      {results.map((result, index) => (
        // Results never change their places.
        <ResultCard key={index} result={result} />
      ))}
      {proposal}
      <SourceChips sources={sources} />
      {degraded.length > 0 && (
        <Notice tone="caution">Some of our systems can&apos;t be used now, so this answer may miss something.</Notice>
      )}
    </div>
  )
}
