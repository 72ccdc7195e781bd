import { screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { renderInShop } from '../../testing/render-in-shop.tsx'
import { OrderTimeline } from './order-timeline.tsx'

test('events of the same minute are both told, the newest first', () => {
  const complain = vi.spyOn(console, 'error').mockImplementation(() => {})
  const at = '2026-02-03T09:00:00Z'
  renderInShop(
    <OrderTimeline
      state="in_transit"
      events={[
        { at, state: 'shipped', note: 'Handed over' },
        { at, state: 'in_transit', note: 'Scanned' },
      ]}
    />,
  )
  const told = screen.getAllByText(/Handed over|Scanned/).map(({ textContent }) => textContent)
  expect(told).toEqual(['Scanned', 'Handed over'])
  expect(complain).not.toHaveBeenCalled()
})
