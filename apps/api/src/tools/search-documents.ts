import { type PassagesCard, type Source, StringEnum, documentKinds } from '@marketplace-agent/domain'
import type { Passage } from '@marketplace-agent/rag'
import { Type } from '@sinclair/typebox'
import { defineTool } from './define-tool.ts'
import { words } from './search-documents.en.ts'

const input = Type.Object(
  {
    q: Type.String({
      minLength: 1,
      maxLength: 1000,
      pattern: '\\S',
      description: 'The question.',
      examples: ['How do I return something?'],
    }),
    kind: Type.Optional(
      Type.Array(StringEnum(documentKinds), { maxItems: 3, description: 'Only these kinds of documents.' }),
    ),
    product_id: Type.Optional(
      Type.Array(Type.Integer({ minimum: 1 }), {
        maxItems: 20,
        description: 'Documents about these products are preferred.',
      }),
    ),
    category: Type.Optional(
      Type.Array(Type.String(), { maxItems: 20, description: 'Documents about these categories are preferred.' }),
    ),
    about_only: Type.Optional(Type.Boolean({ description: 'Only documents about those products and categories.' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 20, description: 'How many passages at most.' })),
  },
  { additionalProperties: false },
)

const sourceOf = ({ chunk, quote }: Passage): Source => ({
  id: chunk.id,
  document_id: chunk.documentId,
  title: chunk.title,
  section: chunk.section,
  kind: chunk.kind,
  quote: quote.text,
  start: quote.start,
  end: quote.end,
})

export const searchDocuments = defineTool<typeof input, PassagesCard>({
  name: 'search_documents',
  title: 'Answer from documents',
  description: 'The passages of manuals, FAQs and policies that answer a question, each with the sentence that does.',
  intent: 'general',
  tasks: [
    'return_how',
    'start_refund',
    'refund_status',
    'exchange',
    'cancel_order',
    'change_order',
    'list_orders',
    'change_address',
    'delivery_options',
    'file_complaint',
    'complaint_status',
    'product_how_to',
    'policy_topic',
    'payment',
    'account',
  ],
  background: ['late_delivery', 'product_attribute'],
  standsIn: true,
  otherwise: 'product_details',
  access: 'public',
  input,
  slots: {
    q: 'question',
    kind: 'document_kinds',
    product_id: 'about_products',
    category: 'about_categories',
    about_only: 'about_only',
  },
  card: 'passages',
  words,
  async run({ q, kind, product_id, category, about_only = false, limit }, { retriever }, context) {
    const about = {
      ...(product_id !== undefined && { products: product_id }),
      ...(category !== undefined && { categories: category }),
    }
    const filter = { ...(kind !== undefined && { kinds: kind }), ...(about_only && about) }
    const options = {
      ...(Object.keys(filter).length > 0 && { filter }),
      ...(Object.keys(about).length > 0 && !about_only && { prefer: about }),
      ...(limit !== undefined && { limit }),
    }
    const passages = await retriever.retrieve(q, options, context)
    const [best] = passages
    if (best === undefined) return { outcome: 'not_found', reason: 'passage' }
    return { outcome: 'ok', data: { kind: 'passages', passages: passages.map(sourceOf), relevance: best.score } }
  },
})
