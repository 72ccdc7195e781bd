import { type Static, Type } from '@sinclair/typebox'
import type { SpecValue } from './product.ts'
import { StringEnum } from './kit.ts'

export const relationKinds = [
  'HAS_SPEC',
  'SAME_CATEGORY',
  'COMPATIBLE_WITH',
  'FREQUENTLY_BOUGHT_WITH',
  'UPGRADED_FROM',
] as const
export const RelationKind = StringEnum(relationKinds, { $id: 'RelationKind' })
export type RelationKind = Static<typeof RelationKind>

/** A spec of a product that an edge or an answer rests on. */
export const Ground = Type.Object(
  { product_id: Type.Integer(), spec: Type.String(), value: Type.Ref('SpecValue') },
  { $id: 'Ground' },
)
export type Ground = Omit<Static<typeof Ground>, 'value'> & { value: SpecValue }

/**
 * An edge an answer rests on. Nodes: `product:ID`, `spec:NAME=VALUE`, `category:ID`.
 * SAME_CATEGORY goes from a product to its category, COMPATIBLE_WITH from the accessory to the host,
 * UPGRADED_FROM from the newer to the older model.
 */
export const Edge = Type.Object(
  {
    kind: Type.Unsafe<RelationKind>(Type.Ref('RelationKind')),
    from: Type.String(),
    to: Type.String(),
    because: Type.String({ description: 'Why the edge is there, in words.' }),
    rule: Type.Optional(Type.String({ description: 'Id of the fit rule, for COMPATIBLE_WITH.' })),
    rests_on: Type.Array(Type.Unsafe<Ground>(Type.Ref('Ground'))),
  },
  { $id: 'Edge' },
)
export type Edge = Static<typeof Edge>
