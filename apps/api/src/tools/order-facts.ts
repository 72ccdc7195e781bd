import { StringEnum, orderFacts } from '@marketplace-agent/domain'
import { Type } from '@sinclair/typebox'

/** What is asked of an order, for tools that tell how one stands. */
export const factsField = () =>
  Type.Optional(
    Type.Array(StringEnum(orderFacts), {
      maxItems: orderFacts.length,
      description: 'What is asked for: it is all that the message tells.',
      examples: [['expected']],
    }),
  )
