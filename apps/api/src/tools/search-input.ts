import type { SortOrder } from '@marketplace-agent/catalog'
import { type Static, Type } from '@sinclair/typebox'
import { holds } from './define-tool.ts'
import { categoryIds } from './fields.ts'

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
    q: Type.Optional(Type.String({ maxLength: 200, description: 'Words to look for.', ...holds('words') })),
    category: Type.Optional(categoryIds('Category ids.')),
    brand: Type.Optional(Type.Array(Type.String(), { maxItems: 20, description: 'Brands.', ...holds('brands') })),
    min_price: Type.Optional(Type.Number({ minimum: 0, description: 'At least this price.', examples: [10] })),
    max_price: Type.Optional(Type.Number({ minimum: 0, description: 'At most this price.', examples: [1500] })),
    above_price: Type.Optional(Type.Number({ minimum: 0, description: 'More than this price.', examples: [10] })),
    below_price: Type.Optional(Type.Number({ minimum: 0, description: 'Less than this price.', examples: [1500] })),
    min_rating: Type.Optional(
      Type.Number({ minimum: 0, maximum: 5, description: 'Rated at least this.', examples: [4] }),
    ),
    in_stock: Type.Optional(
      Type.Boolean({ description: 'Only what is in stock, or only what is not.', examples: [true] }),
    ),
    spec: Type.Optional(
      Type.Array(Type.String({ pattern: '^[a-z0-9_]+(<=|>=|=).+$' }), {
        maxItems: 20,
        description: 'Limits on specs, by the id of a spec: "ID>=16", "ID<=1.5", "ID=some value".',
        ...holds('spec_limits'),
      }),
    ),
    exclude: Type.Optional(
      Type.Array(Type.Integer({ minimum: 1 }), {
        maxItems: 100,
        description: 'Ids of products that are not wanted.',
        ...holds('products'),
      }),
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
      Type.Integer({ minimum: 0, maximum: 1_000_000, description: 'How many to skip; 0 without it.', examples: [10] }),
    ),
    limit: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 100, description: 'How many to give; 10 without it.', examples: [10] }),
    ),
  },
  { additionalProperties: false },
)

export type SearchInput = Static<typeof searchInput>
