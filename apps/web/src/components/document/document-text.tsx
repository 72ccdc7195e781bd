import { getDocumentOptions } from '@marketplace-agent/api-client/react-query'
import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { Markdown } from '../markdown/markdown.tsx'
import type { Stretch } from '../markdown/mark-text.ts'
import { ErrorPanel } from '../ui/error-panel.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'

interface DocumentTextProps {
  id: string
  /** Highlighted, and scrolled to. */
  stretch?: Stretch
  headingLevel?: number
}

/** A document's text, read when it is shown. */
export function DocumentText({ id, stretch, headingLevel = 2 }: DocumentTextProps) {
  const { data, error, refetch } = useQuery({ ...getDocumentOptions({ path: { id } }), staleTime: Infinity })
  const scrollToMark = useCallback((element: HTMLElement | null) => {
    element?.querySelector('mark')?.scrollIntoView({ block: 'center' })
  }, [])
  if (error !== null) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  const text = data?.data?.text
  if (text === undefined) return <SkeletonLines lines={8} />
  return (
    <div ref={scrollToMark}>
      <Markdown text={text} headingLevel={headingLevel} {...(stretch !== undefined && { stretch })} />
    </div>
  )
}
