import { type Static, Type } from '@sinclair/typebox'
import { type DocumentKind } from './shop.ts'

/** A passage an answer rests on. `text.slice(start, end) === quote` for the text of `GET /api/documents/{document_id}`. */
export const Source = Type.Object(
  {
    id: Type.String({ description: 'Id of the chunk the quote stands in.' }),
    document_id: Type.String(),
    title: Type.String(),
    section: Type.String(),
    kind: Type.Unsafe<DocumentKind>(Type.Ref('DocumentKind')),
    quote: Type.String(),
    start: Type.Integer({ minimum: 0 }),
    end: Type.Integer({ minimum: 0 }),
  },
  { $id: 'Source' },
)
export type Source = Static<typeof Source>
