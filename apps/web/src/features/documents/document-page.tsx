import { getDocumentOptions } from '@marketplace-agent/api-client/react-query'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { DocumentText } from '../../components/document/document-text.tsx'
import { PageHeader } from '../../components/ui/page-header.tsx'
import { usePageMeta } from '../../lib/page-meta.ts'

/** A document to read by itself. */
export function DocumentPage() {
  const { documentId } = useParams({ from: '/documents/$documentId' })
  const { data } = useQuery({ ...getDocumentOptions({ path: { id: documentId } }), staleTime: Infinity })
  const title = data?.data?.title ?? 'Document'
  usePageMeta({ title })
  return (
    <div className="page">
      <PageHeader title={title} />
      <article className="max-w-prose">
        <DocumentText id={documentId} />
      </article>
    </div>
  )
}
