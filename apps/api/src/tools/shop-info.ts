import type { ShopCard } from '@marketplace-agent/domain'
import { Type } from '@sinclair/typebox'
import { defineTool } from './define-tool.ts'
import { words } from './shop-info.en.ts'

const input = Type.Object({}, { additionalProperties: false })

export const shopInfo = defineTool<typeof input, ShopCard>({
  name: 'shop_info',
  title: 'The shop',
  description: 'How the shop is reached, and when.',
  intent: 'general',
  tasks: ['shop_info'],
  access: 'public',
  input,
  slots: {},
  card: 'shop',
  words,
  async run(_input, { shop: { settings } }) {
    return { outcome: 'ok', data: { kind: 'shop', name: settings.name, ...settings.contact } }
  },
})
