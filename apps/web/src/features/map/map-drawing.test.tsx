import type { Edge, GraphNode } from '@marketplace-agent/api-client'
import { expect, test, vi } from 'vitest'
import { renderInShop } from '../../testing/render-in-shop.tsx'
import { MapDrawing } from './map-drawing.tsx'

const nodes: readonly GraphNode[] = [1, 2].map((id) => ({
  id: `product:${id}`,
  kind: 'product',
  label: `Product ${id}`,
  product_id: id,
}))

const fits = (rule: string): Edge => ({
  kind: 'COMPATIBLE_WITH',
  from: 'product:1',
  to: 'product:2',
  because: 'It fits.',
  rule,
  rests_on: [],
})

test('two rules by which one thing fits another are two lines', () => {
  const complain = vi.spyOn(console, 'error').mockImplementation(() => {})
  const { container } = renderInShop(
    <MapDrawing
      width={600}
      height={480}
      nodes={nodes}
      edges={[fits('plug'), fits('power')]}
      products={new Map()}
      centre={null}
      selected={null}
      onSelect={() => {}}
      onOpen={() => {}}
    />,
  )
  expect(container.querySelectorAll('line')).toHaveLength(2)
  expect(complain).not.toHaveBeenCalled()
})
