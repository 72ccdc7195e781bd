import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderInShop } from '../../testing/render-in-shop.tsx'
import { Rating } from './rating.tsx'

/** How much of the stars is filled, as CSS says it. */
const filled = () => screen.getByRole('img').querySelector<HTMLElement>('[style]')?.style.width

test.each([
  [0, '0%', 'Rated 0 of 5'],
  [3.5, '70%', 'Rated 3.5 of 5'],
  [5, '100%', 'Rated 5 of 5'],
])('%s of five', (value, width, name) => {
  renderInShop(<Rating value={value} />)
  expect(screen.getByRole('img', { name })).toBeTruthy()
  expect(filled()).toBe(width)
})

test('nobody has rated it: there is nothing', () => {
  const { container } = renderInShop(<Rating value={null} />)
  expect(container.textContent).toBe('')
})
