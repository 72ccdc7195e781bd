import type { ComparisonCard, ProductSummary } from '@marketplace-agent/api-client'
import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, test, vi } from 'vitest'
import { renderInShop } from '../../testing/render-in-shop.tsx'
import { ComparisonTable } from './comparison-table.tsx'

const product = (id: number, name: string): ProductSummary => ({
  id,
  name,
  brand: 'Acme',
  category: 'drills',
  category_name: 'Drills',
  price: 100 + id,
  price_text: `$${100 + id}`,
  currency: 'USD',
  rating: null,
  in_stock: true,
  quantity: 20,
  picture: null,
})

const card: ComparisonCard = {
  kind: 'comparison',
  products: [product(1, 'Bit'), product(2, 'Bore')],
  rows: [
    { id: 'price', label: 'Price', values: [101, 102], texts: ['$101', '$102'], differs: true, best: [0] },
    { id: 'chuck', label: 'Chuck', values: ['13 mm', null], texts: ['13 mm', null], differs: true, best: [] },
    { id: 'brand', label: 'Brand', values: ['Acme', 'Acme'], texts: ['Acme', 'Acme'], differs: false, best: [] },
  ],
}

/** A row as it is heard: its head and its cells. */
const heard = (name: RegExp) => {
  const row = within(screen.getByRole('row', { name }))
  return [row.getByRole('rowheader'), ...row.getAllByRole('cell')].map(({ textContent }) => textContent)
}

describe('a comparison', () => {
  test('says what differs, what is better and what is not known', () => {
    renderInShop(<ComparisonTable card={card} />)
    expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
      'Property',
      'Bit',
      'Bore',
    ])
    expect(heard(/^Price/)).toEqual(['Price (differs)', '$101 (better)', '$102'])
    expect(heard(/^Chuck/)).toEqual(['Chuck (differs)', '13 mm', 'not known'])
    expect(heard(/^Brand/)).toEqual(['Brand', 'Acme', 'Acme'])
  })

  test('leaves out what is the same, when asked to', async () => {
    renderInShop(<ComparisonTable card={card} />)
    await userEvent.click(screen.getByRole('checkbox', { name: 'Only the 2 differences' }))
    expect(screen.queryByRole('row', { name: /^Brand/ })).toBeNull()
    expect(screen.getAllByRole('row')).toHaveLength(3)
  })

  test('in a conversation begins with the differences; the rest is a press away', async () => {
    renderInShop(<ComparisonTable card={card} compact />)
    expect(screen.queryByRole('row', { name: /^Brand/ })).toBeNull()
    await userEvent.click(screen.getByRole('checkbox'))
    expect(screen.getByRole('row', { name: /^Brand/ })).toBeDefined()
  })

  test('has nothing to leave out where all differs, or nothing does', () => {
    const same = card.rows.filter(({ differs }) => !differs)
    renderInShop(<ComparisonTable card={{ ...card, rows: same }} compact />)
    expect(screen.queryByRole('checkbox')).toBeNull()
    expect(heard(/^Brand/)).toEqual(['Brand', 'Acme', 'Acme'])
  })

  test('lets a product be taken out', async () => {
    const remove = vi.fn<(id: number) => void>()
    renderInShop(<ComparisonTable card={card} onRemove={remove} />)
    await userEvent.click(screen.getByRole('button', { name: 'Remove Bore' }))
    expect(remove).toHaveBeenCalledExactlyOnceWith(2)
  })
})
