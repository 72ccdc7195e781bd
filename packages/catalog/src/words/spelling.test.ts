import { expect, it } from 'vitest'
import { testShop } from '../testing/index.ts'
import { compact } from './tokens.ts'

it.each([
  ['grey', 'gray'],
  ['Colours', 'colors'],
  ['carbon fibre', 'carbonfiber'],
  ['Harbour', 'harbour'],
])('%s is read as %s', (written, read) => {
  expect(compact(written)).toBe(read)
})

it('finds goods by either spelling of what they are made of', () => {
  const { catalog } = testShop()
  const found = (text: string) => catalog.query({ text }).items.map(({ id }) => id)
  expect(found('aluminium')).toEqual(found('aluminum'))
})
