import { type DocumentsCard, type ShopDocument, StringEnum, documentKinds } from '@marketplace-agent/domain'
import { Type } from '@sinclair/typebox'
import { defineTool } from './define-tool.ts'
import { productId } from './fields.ts'
import { words } from './list-documents.en.ts'

const input = Type.Object(
  {
    product_id: Type.Optional(productId('Only those about this product or its category.')),
    document_kind: Type.Optional(StringEnum(documentKinds, { description: 'Only this kind.', examples: ['policy'] })),
  },
  { additionalProperties: false },
)

const listed = ({ id, title, kind, product, category }: ShopDocument) => ({
  id,
  title,
  document_kind: kind,
  product_id: product ?? null,
  category: category ?? null,
})

export const listDocuments = defineTool<typeof input, DocumentsCard>({
  name: 'list_documents',
  title: 'Manuals, FAQs and policies',
  description: "The shop's documents without their text: all of them, or those about one product and its category.",
  intent: 'general',
  tasks: [],
  access: 'public',
  input,
  slots: {},
  card: 'documents',
  words,
  async run({ product_id, document_kind }, { retriever, shop }) {
    const ofKind = retriever.documents().filter(({ kind }) => document_kind === undefined || kind === document_kind)
    if (product_id === undefined) return { outcome: 'ok', data: { kind: 'documents', items: ofKind.map(listed) } }
    const product = shop.catalog.get(product_id)
    if (product === undefined) return { outcome: 'not_found', reason: 'product' }
    const own = ofKind.filter((document) => document.product === product_id)
    const ofCategory = ofKind.filter(
      (document) => document.product === undefined && document.category === product.category,
    )
    return { outcome: 'ok', data: { kind: 'documents', items: [...own, ...ofCategory].map(listed) } }
  },
})
