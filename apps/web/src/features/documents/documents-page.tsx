import type { DocumentKind } from '@marketplace-agent/api-client'
import { listDocumentsOptions } from '@marketplace-agent/api-client/react-query'
import { useQuery } from '@tanstack/react-query'
import { FileX, MessageCircle } from 'lucide-react'
import { DocumentRow } from '../../components/document/document-row.tsx'
import { Button } from '../../components/ui/button.tsx'
import { EmptyState } from '../../components/ui/empty-state.tsx'
import { ErrorPanel } from '../../components/ui/error-panel.tsx'
import { PageHeader } from '../../components/ui/page-header.tsx'
import { SkeletonLines } from '../../components/ui/skeleton.tsx'
import { useAssistant } from '../../lib/assistant.ts'
import { usePageMeta } from '../../lib/page-meta.ts'

const groups: readonly { kind: DocumentKind; title: string }[] = [
  { kind: 'policy', title: 'How we do things' },
  { kind: 'faq', title: 'Questions and answers' },
  { kind: 'manual', title: 'Manuals' },
]

/** Everything the shop has written: what the assistant answers from. */
export function DocumentsPage() {
  usePageMeta({ title: 'Help and manuals', description: 'Policies, answers to common questions, and manuals.' })
  const { open } = useAssistant()
  const { data, error, refetch } = useQuery({ ...listDocumentsOptions(), staleTime: Infinity })
  const documents = data?.data?.items
  const ask = (
    <Button onClick={open} icon={<MessageCircle aria-hidden className="size-4.5" />}>
      Ask the assistant
    </Button>
  )
  return (
    <div className="page @container pb-6">
      <PageHeader
        title="Help and manuals"
        lead="This is what the assistant answers from. Ask it, and it shows you the place."
        actions={documents !== undefined && documents.length > 0 ? ask : undefined}
      />
      {error !== null && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {error === null && documents === undefined && <SkeletonLines lines={10} />}
      {documents?.length === 0 && (
        <EmptyState icon={<FileX />} title="Nothing is written here yet" actions={ask}>
          Ask the assistant, or write to us.
        </EmptyState>
      )}
      {groups.map(({ kind, title }) => {
        const group = documents?.filter(({ document_kind }) => document_kind === kind) ?? []
        return (
          group.length > 0 && (
            <section key={kind} aria-labelledby={kind} className="pb-8">
              <h2 id={kind} className="mb-3 text-xl font-bold">
                {title}
              </h2>
              <ul className="grid gap-2 @2xl:grid-cols-2 @5xl:grid-cols-3">
                {group.map((document) => (
                  <li key={document.id} className="grid">
                    <DocumentRow document={document} ofOneKind />
                  </li>
                ))}
              </ul>
            </section>
          )
        )
      })}
    </div>
  )
}
