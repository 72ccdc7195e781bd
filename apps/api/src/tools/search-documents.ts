import { type PassagesCard, StringEnum, documentKinds } from '@marketplace-agent/domain'
import { Type } from '@sinclair/typebox'
import { defineTool, holds } from './define-tool.ts'
import { categoryIds } from './fields.ts'
import { words } from './search-documents.en.ts'
import { sourceOf } from './source.ts'
import { unknownCategories } from './unknown-values.en.ts'

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
      Type.Array(StringEnum(documentKinds), {
        maxItems: 3,
        description: 'Only these kinds of documents.',
        examples: [['policy']],
      }),
    ),
    product_id: Type.Optional(
      Type.Array(Type.Integer({ minimum: 1 }), {
        maxItems: 20,
        description: 'Documents about these products are preferred.',
        ...holds('products'),
      }),
    ),
    category: Type.Optional(categoryIds('Documents about these categories are preferred.')),
    about: Type.Optional(
      Type.String({
        maxLength: 200,
        description: 'Words of what is talked about, for a question that leaves it open.',
        examples: ['cancelling an order'],
      }),
    ),
    about_only: Type.Optional(
      Type.Boolean({ description: 'Only documents about those products and categories.', examples: [false] }),
    ),
    overview: Type.Optional(
      Type.Boolean({
        description: 'Asks for a subject: where a policy is of it, how its sections open, rather than one answer.',
        examples: [false],
      }),
    ),
    limit: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 20, description: 'How many passages at most.', examples: [3] }),
    ),
  },
  { additionalProperties: false },
)

export const searchDocuments = defineTool<typeof input, PassagesCard>({
  name: 'search_documents',
  title: 'Answer from documents',
  description: 'The passages of manuals, FAQs and policies that answer a question, each with the sentence that does.',
  intent: 'general',
  tasks: [
    'return_how',
    'exchange',
    'change_order',
    'delivery_options',
    'product_how_to',
    'policy_topic',
    'payment',
    'account',
  ],
  background: ['late_delivery', 'product_attribute', 'refund_status', 'complaint_status'],
  standsIn: true,
  otherwise: 'product_details',
  access: 'public',
  input,
  faults: ({ category }, shop) => unknownCategories(category, shop),
  slots: {
    q: 'question',
    kind: 'document_kinds',
    product_id: 'about_products',
    category: 'about_categories',
    about: 'topic',
    about_only: 'about_only',
    overview: 'overview',
  },
  card: 'passages',
  words,
  async run(
    { q, kind, product_id, category, about = '', about_only = false, overview, limit },
    { retriever, shop },
    context,
  ) {
    const records = {
      ...(product_id !== undefined && { products: product_id }),
      ...(category !== undefined && { categories: category }),
    }
    const filter = { ...(kind !== undefined && { kinds: kind }), ...(about_only && records) }
    // A policy is about a category only by naming it.
    const named = [about, ...(category ?? []).map((id) => shop.catalog.category(id)?.name ?? id)].filter(
      (words) => words !== '',
    )
    const options = {
      ...(Object.keys(filter).length > 0 && { filter }),
      ...(Object.keys(records).length > 0 && !about_only && { prefer: records }),
      ...(named.length > 0 && { about: named.join(' ') }),
      ...(overview !== undefined && { overview }),
      ...(limit !== undefined && { limit }),
    }
    const passages = await retriever.retrieve(q, options, context)
    const [best] = passages
    if (best === undefined) return { outcome: 'not_found', reason: 'passage' }
    const answers = passages.filter((passage) => passage.answers).length
    return {
      outcome: 'ok',
      data: {
        kind: 'passages',
        passages: passages.map(sourceOf),
        relevance: best.score,
        ...(answers > 1 && { answers }),
      },
    }
  },
})
