import { type Static, Type } from '@sinclair/typebox'
import { Card } from './card.ts'
import { Nullable, StringEnum, refOf } from './kit.ts'
import { Edge } from './relation.ts'

export const outcomes = ['ok', 'refused', 'not_found', 'needs_input', 'failed'] as const
export type Outcome = (typeof outcomes)[number]

/** What a call of a tool came to; the one shape at every door. */
export const ToolResult = Type.Object(
  {
    tool: Type.String(),
    outcome: StringEnum(outcomes),
    data: Nullable(refOf(Card)),
    message: Type.String({ description: 'The result in words.' }),
    needs: Type.Optional(
      Type.String({
        description: 'Of `needs_input`: the field that is missing, or `proof` (an order number and the e-mail on it).',
      }),
    ),
    edges: Type.Optional(Type.Array(refOf(Edge), { description: 'The edges of the product graph that it rests on.' })),
  },
  { $id: 'ToolResult' },
)
export type ToolResult = Omit<Static<typeof ToolResult>, 'data'> & { data: Card | null }
