import { Type } from '@sinclair/typebox'
import { type RecordNumber, type ShopValue, holds } from './define-tool.ts'

/** Input fields that several tools share. */
export const productId = (description = 'Id of the product.', example: ShopValue = 'product') =>
  Type.Integer({ minimum: 1, description, ...holds(example) })

export const productIds = (minItems: number, description = 'Ids of the products.') =>
  Type.Array(Type.Integer({ minimum: 1 }), { minItems, maxItems: 20, description, ...holds('products') })

export const categoryIds = (description: string) =>
  Type.Array(Type.String(), { maxItems: 20, description, ...holds('categories') })

export const listLimit = () =>
  Type.Optional(
    Type.Integer({ minimum: 1, maximum: 50, description: 'How many at most; 5 without it.', examples: [5] }),
  )

export const recordNumber = (kind: RecordNumber, description: string) =>
  Type.String({ minLength: 1, maxLength: 64, pattern: '\\S', description, ...holds(kind) })

export const orderNumber = (description = "The order's number.") => recordNumber('order', description)
