import type { CategoriesCard } from '@marketplace-agent/domain'
import { Type } from '@sinclair/typebox'
import { defineTool } from './define-tool.ts'
import { words } from './list-categories.en.ts'

const input = Type.Object({}, { additionalProperties: false })

export const listCategories = defineTool<typeof input, CategoriesCard>({
  name: 'list_categories',
  title: 'Categories and brands',
  description: 'What the shop sells: its categories and brands, with the number of products in each.',
  intent: 'product_info',
  tasks: ['list_categories'],
  access: 'public',
  input,
  slots: {},
  card: 'categories',
  words,
  async run(_input, { shop: { catalog } }) {
    const { category, brand } = catalog.query({ limit: 1 }).facets
    return { outcome: 'ok', data: { kind: 'categories', categories: [...category], brands: [...brand] } }
  },
})
