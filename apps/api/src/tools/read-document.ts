import type { DocumentCard } from '@marketplace-agent/domain'
import { Type } from '@sinclair/typebox'
import { defineTool, holds } from './define-tool.ts'
import { words } from './read-document.en.ts'

const input = Type.Object(
  {
    id: Type.String({ minLength: 1, maxLength: 128, description: 'Id of the document.', ...holds('document') }),
  },
  { additionalProperties: false },
)

export const readDocument = defineTool<typeof input, DocumentCard>({
  name: 'read_document',
  title: 'Read a document',
  description: "A document's whole text, which the start and end of a source refer to.",
  intent: 'general',
  tasks: [],
  access: 'public',
  input,
  slots: {},
  card: 'document',
  words,
  async run({ id }, { retriever }) {
    const document = retriever.document(id)
    if (document === undefined) return { outcome: 'not_found', reason: 'document' }
    const { title, kind, product, category, text } = document
    return {
      outcome: 'ok',
      data: {
        kind: 'document',
        id,
        title,
        document_kind: kind,
        product_id: product ?? null,
        category: category ?? null,
        text,
      },
    }
  },
})
