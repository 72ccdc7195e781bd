import type { StockCard } from '@marketplace-agent/domain'
import { Type } from '@sinclair/typebox'
import { words } from './check-stock.en.ts'
import { defineTool } from './define-tool.ts'
import { productIds } from './fields.ts'

const input = Type.Object({ ids: productIds(1) }, { additionalProperties: false })

export const checkStock = defineTool<typeof input, StockCard>({
  name: 'check_stock',
  title: 'Check stock',
  description: 'Whether products are in stock, and how many.',
  intent: 'product_info',
  tasks: ['check_stock'],
  access: 'public',
  input,
  slots: { ids: 'products' },
  card: 'stock',
  words,
  async run({ ids }, { shop: { catalog } }) {
    const records = ids.map((id) => catalog.get(id))
    const missing = ids.find((_id, index) => records[index] === undefined)
    if (missing !== undefined) return { outcome: 'not_found', reason: 'product', values: { id: String(missing) } }
    const items = records.flatMap((record) => (record === undefined ? [] : [catalog.summary(record)]))
    return { outcome: 'ok', data: { kind: 'stock', items } }
  },
})
