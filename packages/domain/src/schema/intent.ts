import { type Static, Type } from '@sinclair/typebox'
import { StringEnum } from './kit.ts'

export const intents = [
  'product_info',
  'order_status',
  'complaint',
  'refund',
  'delivery',
  'comparison',
  'general',
] as const

export const Intent = StringEnum(intents, { $id: 'Intent', description: 'What the customer wants, one of seven.' })
export type Intent = Static<typeof Intent>

export const IntentScore = Type.Object(
  { intent: Type.Unsafe<Intent>(Type.Ref('Intent')), score: Type.Number({ minimum: 0, maximum: 1 }) },
  { $id: 'IntentScore' },
)
export type IntentScore = Static<typeof IntentScore>

/** What a clause does in the conversation. */
export const acts = ['ask', 'tell', 'yes', 'no', 'correct', 'cancel', 'greet', 'thank', 'repeat', 'person'] as const
export type Act = (typeof acts)[number]
