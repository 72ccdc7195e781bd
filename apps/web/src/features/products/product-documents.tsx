import { listDocumentsOptions } from '@marketplace-agent/api-client/react-query'
import { useQuery } from '@tanstack/react-query'
import { DocumentRow } from '../../components/document/document-row.tsx'

/** What there is to read about a product: its manual, and what speaks of its category. */
export function ProductDocuments({ productId }: { productId: number }) {
  const { data } = useQuery({ ...listDocumentsOptions({ query: { product_id: productId } }), staleTime: Infinity })
  const documents = data?.data?.items ?? []
  if (documents.length === 0) return null
  return (
    <section aria-labelledby="documents" className="pt-10">
      <h2 id="documents" className="mb-3 text-xl font-bold">
        To read
      </h2>
      <ul className="grid gap-2">
        {documents.map((document) => (
          <li key={document.id}>
            <DocumentRow document={document} />
          </li>
        ))}
      </ul>
    </section>
  )
}
