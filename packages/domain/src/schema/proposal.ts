import { type Static, Type } from '@sinclair/typebox'
import { Instant, Nullable, refOf } from './kit.ts'

/** Something that is so, in words: "Delivery address", "5 Elm Street, Boston". */
export const Fact = Type.Object({ label: Type.String(), text: Type.String() }, { $id: 'Fact' })
export type Fact = Static<typeof Fact>

/** A change that waits for the customer's yes; until then nothing is changed. */
export const Proposal = Type.Object(
  {
    id: Type.String(),
    tool: Type.String(),
    summary: Type.String({ description: 'What will be done, in one sentence.' }),
    order_number: Type.String(),
    before: Type.Array(refOf(Fact), { description: 'What is so now, of what will change.' }),
    after: Type.Array(refOf(Fact), { description: 'What will be so then.' }),
    amount: Nullable(
      Type.Number({ description: "What the customer gets back, in the shop's currency; null: no money moves." }),
    ),
    expires: Instant({ description: 'Until when it can be confirmed.' }),
  },
  { $id: 'Proposal' },
)
export type Proposal = Static<typeof Proposal>
