import { Type } from '@sinclair/typebox'

/** Input fields that several tools share. */
export const productId = (description = 'Id of the product.') =>
  Type.Integer({ minimum: 1, description, examples: [1] })

export const productIds = (minItems: number, description = 'Ids of the products.') =>
  Type.Array(Type.Integer({ minimum: 1 }), { minItems, maxItems: 20, description, examples: [[1, 2]] })

export const listLimit = () =>
  Type.Optional(
    Type.Integer({ minimum: 1, maximum: 50, description: 'How many at most; 5 without it.', examples: [5] }),
  )

export const orderNumber = () =>
  Type.String({
    minLength: 1,
    maxLength: 64,
    pattern: '\\S',
    description: "The order's number.",
    examples: ['ORD-1002'],
  })
