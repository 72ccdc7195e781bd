import { type Static, Type } from '@sinclair/typebox'
import { Instant } from './kit.ts'

/**
 * What proved who asks, in one conversation. A number of an order with the e-mail on it proves its customer; that of a
 * complaint or refund opens that record only.
 */
export type Proof =
  | { readonly kind: 'customer'; readonly number: string; readonly email: string }
  | {
      readonly kind: 'record'
      readonly record: 'complaint' | 'refund'
      readonly number: string
      readonly email: string
    }

/** A signed proof, for the doors that take it. */
export const ProofToken = Type.Object(
  {
    token: Type.String({ description: 'To be sent as `Authorization: Bearer …`.' }),
    expires: Instant(),
    session_id: Type.String({ description: 'The conversation that it is bound to.' }),
    number: Type.String({ description: 'The number that was given with the e-mail on it.' }),
  },
  { $id: 'ProofToken' },
)
export type ProofToken = Static<typeof ProofToken>
