import { type Static, Type } from '@sinclair/typebox'
import { Nullable } from './kit.ts'

export const SpecValue = Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Array(Type.String())], {
  $id: 'SpecValue',
})
export type SpecValue = Static<typeof SpecValue>

/** A product as a shop's `products.json` has it. Prices in the shop's currency, in major units (1299 is $1,299.00). */
export const ProductRecord = Type.Object(
  {
    id: Type.Integer({ minimum: 1 }),
    name: Type.String({ minLength: 1 }),
    brand: Type.String({ minLength: 1 }),
    category: Type.String({ minLength: 1, description: 'Id of a category of shop.json.' }),
    price: Type.Number({ minimum: 0 }),
    rating: Nullable(Type.Number({ minimum: 0, maximum: 5 })),
    warranty_months: Type.Integer({ minimum: 0 }),
    description: Type.String({ minLength: 1 }),
    specs: Type.Record(Type.String(), SpecValue, { description: 'By the spec ids of shop.json.' }),
    quantity: Type.Integer({ minimum: 0, description: 'Units in stock.' }),
    in_stock: Type.Optional(Type.Boolean({ description: 'Without it: quantity above 0.' })),
    aliases: Type.Array(Type.String({ minLength: 1 }), { description: 'What people call it.' }),
    picture: Type.Optional(Type.String({ description: 'A file in the pictures folder.' })),
    released: Type.Optional(Type.String({ description: 'When it came out, YYYY-MM or YYYY-MM-DD.' })),
    upgraded_from: Type.Optional(Type.Integer({ description: 'Id of the model it follows.' })),
    bought_with: Type.Optional(Type.Array(Type.Integer(), { description: 'Ids of what is often bought with it.' })),
  },
  { $id: 'ProductRecord', additionalProperties: false },
)
export type ProductRecord = Static<typeof ProductRecord>

/** A spec as it is shown: `label` and `text` ("Battery life", "12 hours") beside the raw value. */
export const Spec = Type.Object(
  { id: Type.String(), label: Type.String(), value: Type.Ref('SpecValue'), text: Type.String() },
  { $id: 'Spec' },
)
export type Spec = Omit<Static<typeof Spec>, 'value'> & { value: SpecValue }

/** A product as the API gives it. */
export const Product = Type.Object(
  {
    id: Type.Integer(),
    name: Type.String(),
    brand: Type.String(),
    category: Type.String(),
    category_name: Type.String(),
    price: Type.Number(),
    price_text: Type.String({ description: "The price in the shop's currency and locale." }),
    currency: Type.String(),
    rating: Nullable(Type.Number()),
    warranty_months: Type.Integer(),
    warranty_text: Type.String(),
    description: Type.String(),
    specs: Type.Array(Type.Unsafe<Spec>(Type.Ref('Spec'))),
    in_stock: Type.Boolean(),
    quantity: Type.Integer(),
    picture: Nullable(Type.String({ description: 'Address of the picture.' })),
    released: Nullable(Type.String()),
  },
  { $id: 'Product' },
)
export type Product = Static<typeof Product>

/** The short form used in lists. */
export const ProductSummary = Type.Pick(
  Product,
  [
    'id',
    'name',
    'brand',
    'category',
    'category_name',
    'price',
    'price_text',
    'currency',
    'rating',
    'in_stock',
    'quantity',
    'picture',
  ],
  { $id: 'ProductSummary' },
)
export type ProductSummary = Static<typeof ProductSummary>
