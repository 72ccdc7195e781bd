import type { SortOrder } from '@marketplace-agent/catalog'
import { type Static, Type } from '@sinclair/typebox'

/** The sort orders that every shop has; a spec's id is one, too. */
export const sortOrders = [
  'relevance',
  'price',
  '-price',
  'rating',
  '-rating',
  'name',
  '-released',
] as const satisfies readonly SortOrder[]

export const searchInput = Type.Object(
  {
    q: Type.Optional(Type.String({ maxLength: 200, description: 'Words to look for.', examples: ['usb-c hub'] })),
    category: Type.Optional(
      Type.Array(Type.String(), { maxItems: 20, description: 'Category ids.', examples: [['laptops']] }),
    ),
    brand: Type.Optional(Type.Array(Type.String(), { maxItems: 20, description: 'Brands.' })),
    min_price: Type.Optional(Type.Number({ minimum: 0, description: 'At least this price.' })),
    max_price: Type.Optional(Type.Number({ minimum: 0, description: 'At most this price.', examples: [1500] })),
    above_price: Type.Optional(Type.Number({ minimum: 0, description: 'More than this price.' })),
    below_price: Type.Optional(Type.Number({ minimum: 0, description: 'Less than this price.' })),
    min_rating: Type.Optional(Type.Number({ minimum: 0, maximum: 5, description: 'Rated at least this.' })),
    in_stock: Type.Optional(Type.Boolean({ description: 'Only what is in stock, or only what is not.' })),
    spec: Type.Optional(
      Type.Array(Type.String({ pattern: '^[a-z0-9_]+(<=|>=|=).+$' }), {
        maxItems: 20,
        description: 'Limits on specs: "memory>=16", "weight<=1.5", "ports=USB-C".',
        examples: [['memory>=16']],
      }),
    ),
    exclude: Type.Optional(
      Type.Array(Type.Integer({ minimum: 1 }), { maxItems: 100, description: 'Ids of products that are not wanted.' }),
    ),
    sort: Type.Optional(
      Type.String({
        maxLength: 60,
        pattern: '^-?[a-z0-9_]+$',
        description: `One of ${sortOrders.join(', ')}, or a spec's id (highest first with a minus before it).`,
        examples: ['price'],
      }),
    ),
    offset: Type.Optional(
      Type.Integer({ minimum: 0, maximum: 1_000_000, description: 'How many to skip; 0 without it.' }),
    ),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, description: 'How many to give; 10 without it.' })),
  },
  { additionalProperties: false },
)

export type SearchInput = Static<typeof searchInput>
