import { type Static, Type } from '@sinclair/typebox'
import { CalendarDate, StringEnum } from './kit.ts'

/** What an order number alone may open, without proof of who asks. */
export const orderFields = [
  'state',
  'placed_date',
  'carrier',
  'expected_date',
  'delivered_date',
  'items',
  'events',
  'event_places',
  'tracking_number',
] as const
export type OrderField = (typeof orderFields)[number]

export const Category = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9_]+$' }),
    name: Type.String({ minLength: 1, description: 'Plural, as on a shelf: "Laptops".' }),
    singular: Type.String({ minLength: 1, description: '"laptop"' }),
    aliases: Type.Array(Type.String({ minLength: 1 }), { description: 'Other words for it, singular or plural.' }),
    accessory: Type.Optional(Type.Boolean({ description: 'Its products are bought for another product.' })),
  },
  { $id: 'Category', additionalProperties: false },
)
export type Category = Static<typeof Category>

export const SpecDefinition = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9_]+$' }),
    label: Type.String({ minLength: 1 }),
    display: Type.Optional(
      Type.String({ description: 'How a value is written, e.g. "{value} hours"; without it the value itself.' }),
    ),
    aliases: Type.Array(Type.String({ minLength: 1 }), {
      description: 'What people call it ("battery", "how long it lasts").',
    }),
    better: Type.Optional(StringEnum(['higher', 'lower'] as const, { description: 'For comparisons.' })),
  },
  { $id: 'SpecDefinition', additionalProperties: false },
)
export type SpecDefinition = Static<typeof SpecDefinition>

export const fitOperators = ['shares', 'at_least', 'at_most'] as const

/**
 * One condition of a fit rule, between a spec of the accessory and a spec of the host.
 * `shares`: a value in common; `at_least`, `at_most`: the accessory's number against the host's.
 */
export const FitCondition = Type.Object(
  {
    accessory_spec: Type.String(),
    operator: StringEnum(fitOperators),
    host_spec: Type.String(),
  },
  { additionalProperties: false },
)
export type FitCondition = Static<typeof FitCondition>

/** When a product (the accessory) fits another (the host): all conditions hold. */
export const FitRule = Type.Object(
  {
    id: Type.String({ minLength: 1 }),
    accessory_categories: Type.Array(Type.String(), { minItems: 1 }),
    host_categories: Type.Array(Type.String(), { minItems: 1 }),
    conditions: Type.Array(FitCondition, { minItems: 1 }),
    because: Type.String({
      description: 'Why it fits; {accessory}, {host} and {value} (the shared values) are filled in.',
    }),
  },
  { $id: 'FitRule', additionalProperties: false },
)
export type FitRule = Static<typeof FitRule>

const NumberPattern = Type.String({
  minLength: 2,
  description: 'Letters and signs as they are, # a digit, @ a letter, #+ one or more digits: "ORD-####" or "AB/##-#+".',
})

const PolicyValue = Type.Union([Type.Number(), Type.String(), Type.Boolean(), Type.Array(Type.String())])

/** A shop's `shop.json`. */
export const ShopSettings = Type.Object(
  {
    name: Type.String({ minLength: 1 }),
    greeting: Type.String({ minLength: 1 }),
    description: Type.Optional(
      Type.String({
        minLength: 1,
        description: 'The shop in a sentence or two, for its home page and search engines.',
      }),
    ),
    currency: Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217.' }),
    locale: Type.String({ minLength: 2, description: 'BCP 47, for amounts, numbers and the order of a date.' }),
    time_zone: Type.String({ minLength: 1, description: 'IANA, e.g. Europe/Dublin.' }),
    anchor_date: Type.Optional(
      CalendarDate({
        description:
          'The day around which the dates of a demo were written; without it dates are true and never moved.',
      }),
    ),
    contact: Type.Object(
      { email: Type.String(), phone: Type.Optional(Type.String()), hours: Type.Optional(Type.String()) },
      { additionalProperties: false },
    ),
    numbers: Type.Object(
      { order: NumberPattern, tracking: NumberPattern, complaint: NumberPattern, refund: NumberPattern },
      { additionalProperties: false },
    ),
    order_number_opens: Type.Array(StringEnum(orderFields)),
    policies: Type.Record(Type.String(), Type.Record(Type.String(), PolicyValue), {
      description: 'The numbers of the policies by topic; documents take them by {{topic.key}}.',
    }),
    categories: Type.Array(Category, { minItems: 1 }),
    specs: Type.Array(SpecDefinition),
    fits: Type.Array(FitRule),
  },
  { $id: 'ShopSettings', additionalProperties: false },
)
export type ShopSettings = Static<typeof ShopSettings>

export const documentKinds = ['manual', 'faq', 'policy'] as const
export const DocumentKind = StringEnum(documentKinds, { $id: 'DocumentKind' })
export type DocumentKind = Static<typeof DocumentKind>

/** The front matter of a document. */
export const DocumentHead = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9][a-z0-9-]*$' }),
    title: Type.String({ minLength: 1 }),
    kind: StringEnum(documentKinds),
    product: Type.Optional(Type.Integer({ description: 'Id of the product it is about.' })),
    category: Type.Optional(Type.String({ description: 'Id of the category it is about.' })),
  },
  { $id: 'DocumentHead', additionalProperties: false },
)
export type DocumentHead = Static<typeof DocumentHead>

/** A document with its placeholders filled in. `text` is what every `start`/`end` refers to (UTF-16 units). */
export interface ShopDocument extends DocumentHead {
  text: string
}
