import { describe, expect, it } from 'vitest'
import { said } from '../testing/said.ts'
import { shopOf } from '../testing/shop-of.ts'

const { catalog } = shopOf({
  name: 'Boats',
  currency: 'EUR',
  locale: 'en-IE',
  categories: [
    { id: 'kayaks', name: 'Kayaks', singular: 'kayak', aliases: ['boat'] },
    { id: 'paddles', name: 'Paddles', singular: 'paddle', accessory: true },
  ],
  specs: [
    { id: 'battery', label: 'Battery life', aliases: ['battery'] },
    { id: 'draught', label: 'Draught', aliases: ['draft'] },
  ],
  products: [
    { name: 'Otter 3 Kayak', brand: 'Lough', category: 'kayaks', aliases: ['Otter 3', 'the Otter'] },
    { name: 'Otter 4 Kayak', brand: 'Lough', category: 'kayaks', aliases: ['Otter 4'], specs: { battery: 5 } },
    { name: 'Heron Paddle', brand: 'Lough', category: 'paddles', aliases: ['Heron'] },
  ],
})

describe('a name that another one goes on from', () => {
  it.each([
    ['how much is the Otter 4', ['product[Otter 4] 2']],
    ['how much is your otter 3?', ['product[otter 3] 1']],
    ['does the Heron fit the Otter 4', ['product[Heron] 3', 'product[Otter 4] 2']],
    ['tell me about the Otter', ['product[the Otter] 1']],
  ])('is read as far as it goes in %j', (text, expected) => {
    expect(said(catalog, text)).toEqual(expected)
  })
})

describe('what is asked of a product', () => {
  it.each([
    ['otter 4 baterry', ['product[otter 4] 2', 'attribute[baterry] battery']],
    ['prise otter 4', ['attribute[prise] price', 'product[otter 4] 2']],
    ['otter 4 the draft', ['product[otter 4] 2', 'attribute[draft] draught']],
  ])('is understood in spite of its spelling in %j', (text, expected) => {
    expect(said(catalog, text)).toEqual(expected)
  })

  it('is no word that sounds like it where more is said', () => {
    expect(said(catalog, 'did the otter 4 win a prise at the show')).toEqual(['product[otter 4] 2'])
  })
})

describe('a word', () => {
  it.each(['kayak', 'kayacks', 'heron', 'skateboards', 'baterry', 'boatpaddle'])('%s is known', (word) => {
    expect(catalog.knows(word)).toBe(true)
  })
  it.each(['iphone', 'brompton', 'Nespresso'])('%s is a name from elsewhere', (word) => {
    expect(catalog.knows(word)).toBe(false)
  })
})

it('a letter before a word makes another word of it', () => {
  expect(said(catalog, 'do you have a xkayak')).toEqual([])
})

it('a product meets a filter on its specs or does not', () => {
  expect(catalog.meets(2, { spec: 'battery', min: 5 })).toBe(true)
  expect(catalog.meets(2, { spec: 'battery', equals: 6 })).toBe(false)
  expect(catalog.meets(1, { spec: 'battery', min: 0 })).toBe(false)
})
