import { describe, expect, it } from 'vitest'
import { gadgetShop } from '../testing/other-shops.ts'
import { shopOf } from '../testing/shop-of.ts'
import { said } from '../testing/said.ts'
import { testShop } from '../testing/test-shop.ts'

const { catalog } = gadgetShop()

describe('products', () => {
  it.each([
    // By name, however it is spaced, hyphenated and capitalized.
    ['UltraBook 13', 3],
    ['ultrabook13', 3],
    ['ULTRABOOK-13', 3],
    ['ultra book 13', 3],
    ['usb c hub', 9],
    ['USBC hub', 9],
    ['wireless earbuds pro', 7],
    ['smartphonepro 12', 5],
    // By an alias and by the part that tells it from the rest.
    ['the X1', 1],
    ['x-1', 1],
    ['X 1 laptop', 1],
    ["the X1's battery", 1],
    ['X2', 2],
    ['ultrabook', 3],
    ['the ultrabooks', 3],
    ['gaming laptop', 4],
    ['pro 12', 5],
    ['the 12 pro phone', 5],
    ['smart phone lite', 6],
    ['wireless earbuds', 7],
    ['WH900', 8],
    ['wh-900 headphones', 8],
    ['lumina 55', 11],
    ['x1 sleeve', 10],
    ['the 65 qled tv', 12],
    // With a near miss.
    ['ultrabok 13', 3],
    ['utlrabook', 3],
    ['smartphne pro 12', 5],
    ['wirelss earbuds pro', 7],
    ['lumnia 65', 12],
    // By id, with a word that says so.
    ['product 7', 7],
    ['is product 7 in stock', 7],
    ['product #7', 7],
    ['item no. 7', 7],
    ['product with id 7', 7],
  ])('%j is product %i', (text, id) => {
    const mentions = catalog.link(`can you tell me about ${text}, please?`)
    expect(
      mentions.filter(({ kind }) => kind === 'product').map(({ candidates }) => candidates.map((one) => one.id)),
    ).toEqual([[id]])
  })

  it.each([
    ['the X laptop', [1, 2]],
    ['voltline laptop', [1, 2]],
    ['lumina tv', [11, 12]],
  ])('%j may be several', (text, ids) => {
    const [mention] = catalog.link(`how much is ${text}?`)
    expect(mention?.kind).toBe('product')
    expect(new Set(mention?.candidates.map(({ id }) => id))).toEqual(new Set(ids))
  })

  it.each([
    'pro',
    'laptop',
    'phone',
    'the phone',
    'tv',
    'x3',
    '#7',
    'lite',
    'usb',
    '13',
    'the 12',
    'voltline',
    'new model',
  ])('%j alone is none', (text) => {
    expect(catalog.link(`what about ${text}`).filter(({ kind }) => kind === 'product')).toEqual([])
  })

  it('gives offsets of the text, in order and without overlap', () => {
    expect(said(catalog, 'Compare the X1, the x2 and the Gaming Laptop G1 with UltraBook13!')).toEqual([
      'product[X1] 1',
      'product[x2] 2',
      'product[Gaming Laptop G1] 4',
      'product[UltraBook13] 3',
    ])
  })

  it('means the thing itself, not what is made for it', () => {
    expect(said(catalog, 'have you got a sleeve for the x1')).toEqual(['category[sleeve] accessories', 'product[x1] 1'])
  })

  it('is less sure where another number follows than the name has', () => {
    const score = (text: string) => catalog.link(text)[0]?.candidates[0]?.score ?? 0
    expect(score('the ultrabook 15')).toBeLessThan(score('the ultrabook'))
  })

  it('reads no address', () => {
    expect(catalog.link('write to x1@voltline.com or see https://voltline.com/ultrabook')).toEqual([])
  })
})

describe('names that are other words too', () => {
  const { catalog: shop } = shopOf({
    name: 'Corner Shop',
    currency: 'EUR',
    locale: 'en-IE',
    categories: [
      { id: 'lamps', name: 'Lamps', singular: 'lamp' },
      { id: 'books', name: 'Books', singular: 'book' },
    ],
    specs: [],
    products: [
      {
        name: 'Bedside Lamp 40',
        brand: 'Brightly',
        category: 'lamps',
        aliases: ['lamp', 'Brightly', '400', 'the Mini'],
      },
      { name: 'Desk Lamp', brand: 'Brightly', category: 'lamps', aliases: ['A1'] },
      { name: '1984', brand: 'Orwell House', category: 'books' },
      { name: 'Dr. Faust', brand: 'Next', category: 'books' },
      ...['Red', 'Blue', 'Green', 'Pink', 'Grey', 'White', 'Black'].map((colour) => ({
        name: `${colour} Lantern`,
        brand: 'Glow',
        category: 'lamps',
        aliases: ['lantern'],
      })),
    ],
  })

  it.each([
    ['a lamp', ['category[lamp] lamps']],
    ['what is by brightly', ['brand[brightly] Brightly']],
    ['have you got 1984', ['product[1984] 3']],
    ['the 400', ['product[400] 1']],
    ['dr faust', ['product[dr faust] 4']],
    ['Dr. Faust', ['product[Dr. Faust] 4']],
    ['the next one', []],
    ['a book by Next', ['category[book] books', 'brand[Next] Next']],
    ['the A1', ['product[A1] 2']],
    ['your mini', ['product[your mini] 1']],
    ['a mini one', []],
    ['is that a 1 litre lamp', ['category[lamp] lamps']],
    ['i ordered it in 1984', []],
    ['order 1984', []],
    ['$400', []],
    ['under 400 euros', []],
    ['a lantern', []],
    ['the pink lantern', ['product[pink lantern] 8']],
  ])('%j names %j', (text, expected) => {
    expect(said(shop, text)).toEqual(expected)
  })
})

describe('categories and brands', () => {
  it.each([
    ['laptops', 'laptops'],
    ['a laptop', 'laptops'],
    ['notebooks', 'laptops'],
    ['notebook', 'laptops'],
    ['laptos', 'laptops'],
    ['labtops', 'laptops'],
    ['gaming laptops', 'laptops'],
    ['televisions', 'tvs'],
    ['tvs', 'tvs'],
    ['cell phone', 'phones'],
    ['cellphones', 'phones'],
    ['headfones', 'audio'],
    ['an accessory', 'accessories'],
  ])('%j is category %s', (text, id) => {
    const mentions = catalog.link(`do you have ${text}`)
    expect(mentions.map(({ kind, candidates }) => [kind, candidates[0]?.id])).toEqual([['category', id]])
  })

  it('tells a brand from its products', () => {
    expect(said(catalog, 'what does Voltline make')).toEqual(['brand[Voltline] Voltline'])
    expect(said(catalog, 'show me voltlne laptops')).toEqual(['brand[voltlne] Voltline', 'category[laptops] laptops'])
  })
})

describe('products of one line', () => {
  const { catalog: bicycles } = testShop()
  it.each([
    ['glowmark 400 vs 800', ['product[glowmark 400] 8', 'product[800] 9']],
    ['is the tourer 2 or 3 better', ['product[tourer 2] 2', 'product[3] 1']],
    ['the T2 and 3', ['product[T2] 2', 'product[3] 1']],
    ['the tourer 2 and 3 lights', ['product[tourer 2] 2', 'category[lights] lights']],
    ['the tourer 2 and 7', ['product[tourer 2] 2']],
    ['the tourer 3 gears', ['product[tourer 3] 1', 'attribute[gears] gears']],
  ])('%j names %j', (text, expected) => {
    expect(said(bicycles, text)).toEqual(expected)
  })
})

describe('attributes and values', () => {
  it.each([
    ['what is the battery life', ['attribute[battery life] battery']],
    ['tell me how long the battery lasts', ['attribute[how long the battery lasts] battery']],
    ['wich cpu', ['attribute[cpu] processor']],
    ['display size', ['attribute[display size] screen']],
    ['the price and the waranty', ['attribute[price] price', 'attribute[waranty] warranty_months']],
    ['is it in stock', ['attribute[in stock] quantity']],
    ['16GB', ['value[16GB] ram=16']],
    ['16 gigs of ram', ['value[16 gigs of ram] ram=16']],
    ['memory of 32 gb', ['value[memory of 32 gb] ram=32']],
    ['64gb ram', ['value[64gb ram] ram=64']],
    ['512 gb', ['value[512 gb] storage=512']],
    ['1tb', ['value[1tb] storage=1024']],
    ['55 inch', ['value[55 inch] screen=55']],
    ['a 55" screen', ['value[55" screen] screen=55']],
    ['at least 10 hours', ['value[10 hours] battery=10']],
    ['i7', ['value[i7] processor=Intel Core i7-1360P']],
    ['core i9', ['value[core i9] processor=Intel Core i9-13900H']],
    ['usb-c', ['value[usb-c] ports=USB-C']],
    ['USB C ports', ['value[USB C ports] ports=USB-C']],
    ['thunderbolt', ['value[thunderbolt] ports=Thunderbolt 4']],
    ['in red', ['value[red] colour=red']],
    ['blue', ['value[blue] colour=sea blue']],
  ])('reads %j', (text, expected) => {
    expect(said(catalog, `${text}, please`)).toEqual(expected)
  })

  it.each(['$55', '16 dollars', 'under 512', '2 phones is what I want'])('reads no value in %j', (text) => {
    expect(catalog.link(text).filter(({ kind }) => kind === 'value')).toEqual([])
  })

  it('keeps a product and its feature apart', () => {
    expect(said(catalog, 'how much storage does the X2 have')).toEqual(['attribute[storage] storage', 'product[X2] 2'])
    expect(said(catalog, 'gaming laptops with 32gb and usb-a')).toEqual([
      'category[laptops] laptops',
      'value[32gb] ram=32',
      'value[usb-a] ports=USB-A',
    ])
  })
})
