import { testShop } from '@marketplace-agent/catalog/testing'
import { describe, expect, it } from 'vitest'
import { readLanguage } from '../language/read-language.ts'
import { english } from '../testing/language.ts'
import type { Entities } from '../types.ts'
import { createEntityFinder } from './find-entities.ts'
import { entitiesWithin } from './findings.ts'
import { mask } from './mask.ts'

const language = await readLanguage(english)
const shop = testShop()
const finder = createEntityFinder(shop, language)
const find = (text: string): Entities => entitiesWithin(finder.find(text), 0, text.length)
const masked = (text: string) => mask(text, finder.find(text).spans)
const limits = (text: string) => {
  const { price } = find(text)
  return price === null ? null : [price.min ?? null, price.max ?? null]
}

describe('numbers of the shop and addresses', () => {
  it.each([
    ['where is rc 1002', ['RC-1002']],
    ['order #1002 and RC-1003, then rc1002 again', ['RC-1002', 'RC-1003']],
    ['bikes under 1002', []],
  ])('%s', (text, orders) => {
    expect(find(text).orders).toEqual(orders)
  })

  it('tells the kinds apart', () => {
    const entities = find('RC-1002, tracking TRK12345678, complaint CPL-101 and refund RF-201')
    expect(entities.orders).toEqual(['RC-1002'])
    expect(entities.trackingNumbers).toEqual(['TRK12345678'])
    expect(entities.complaints).toEqual(['CPL-101'])
    expect(entities.refunds).toEqual(['RF-201'])
  })

  it('finds e-mail addresses without the sentence around them', () => {
    expect(find('it is under Jane.Doe+shop@mail.example.com, or joe@x.org.').emails).toEqual([
      'Jane.Doe+shop@mail.example.com',
      'joe@x.org',
    ])
    expect(find('@shop, meet me @ 5 or a@b').emails).toEqual([])
  })
})

describe('prices', () => {
  it.each([
    ['bikes under €1500', [null, 1500]],
    ['bikes under 1500', [null, 1500]],
    ['under 1500 sorted by price', [null, 1500]],
    ['less than 1.5k', [null, 1500]],
    ['1000-1500 euros', [1000, 1500]],
    ['bikes 1000 to 1500', [1000, 1500]],
    ['between 800 and 1,200', [800, 1200]],
    ['max 500 euros', [null, 500]],
    ['max €500', [null, 500]],
    ['around 300 bucks', [240, 360]],
    ['under a thousand', [null, 1000]],
    ['no more than 1 grand', [null, 1000]],
    ['up to two hundred and fifty euro', [null, 250]],
    ['a bike for at least 600 please', [600, null]],
    ['locks, 50 or less', [null, 50]],
    ['locks 40+', [40, null]],
    ['over 500 and under 1000', [500, 1000]],
    ['from 500 to 1k bikes', [500, 1000]],
    ['my budget is 700', [null, 700]],
    ['a €600 bike', [480, 720]],
    ['bikes below EUR 900', [null, 900]],
    ['anything cheaper than the Pebble City', [null, 599.99]],
  ])('%s', (text, expected) => {
    expect(limits(text)).toEqual(expected)
  })

  it.each([
    'a light with 600 lumens',
    'i need 2 bikes',
    'more than 2 locks',
    'is the wheel under 28 inch',
    'RC-1002 is late',
    'i waited more than 14 days',
    'rated over 4',
    'i paid €45 for it',
    'it weighs less than 12 kg',
    'call me at 1234567',
    'cheap bikes',
    'no problem',
  ])('%s: no limit', (text) => {
    expect(limits(text)).toBeNull()
  })

  it('says whether the limit itself is in', () => {
    expect(find('under 500 euro').price).toMatchObject({ maxInclusive: false, approximate: false })
    expect(find('up to 500 euro').price).toMatchObject({ maxInclusive: true })
    expect(find('about €500').price).toMatchObject({ approximate: true })
  })

  it('reads the currency and separators of the shop', () => {
    const german = createEntityFinder(testShop({ settings: { locale: 'de-DE', currency: 'CHF' } }), language)
    const most = (text: string) => entitiesWithin(german.find(text), 0, text.length).price?.max
    expect(most('bikes under 1.499,50 francs')).toBe(1499.5)
    expect(most('max 1.200 CHF')).toBe(1200)
  })
})

describe('things of the shop', () => {
  it('says which of them are not meant', () => {
    const negated = (text: string) =>
      find(text)
        .mentions.filter((mention) => mention.negated)
        .map(({ candidates }) => candidates[0]?.id)
    expect(negated('not the Pebble City, the Tourer 3')).toEqual([3])
    expect(negated('bikes except Kestrel')).toEqual(['Kestrel'])
    expect(negated('anything other than kestrel or pebble city')).toEqual(['Kestrel', 3])
    expect(negated("I don't want the Tourer 2")).toEqual([2])
    expect(negated('not only the Tourer 2')).toEqual([])
    expect(negated("why doesn't the Tourer 2 fit")).toEqual([])
    expect(negated('no, the Tourer 2')).toEqual([])
  })

  it('gives a value the limit that stands beside it', () => {
    const bounds = (text: string) => find(text).mentions.map(({ kind, bound }) => [kind, bound])
    expect(bounds('at least 600 lumens')).toEqual([['value', 'at_least']])
    expect(bounds('lights under 500 lumens')).toEqual([
      ['category', undefined],
      ['value', 'at_most'],
    ])
    expect(bounds('600 lumens or more')).toEqual([['value', 'at_least']])
  })
})

describe('cues', () => {
  it.each([
    ['the cheapest lock', { by: 'price', descending: false }],
    ['most expensive bike', { by: 'price', descending: true }],
    ['best rated lights', { by: 'rating', descending: true }],
    ['newest bike', { by: 'released', descending: true }],
    ['which light has the longest battery life', { by: { spec: 'run_time' }, descending: true }],
    ['the lightest bike', { by: { spec: 'weight' }, descending: false }],
    ['best weight', { by: { spec: 'weight' }, descending: false }],
    ['the best price for a lock', { by: 'price', descending: false }],
    ['the cheaper one', { by: 'price', descending: false }],
    ['is it cheaper than the Tourer 3', null],
    ['the loudest bell', null],
  ])('%s', (text, sort) => {
    expect(find(text).sort).toEqual(sort)
  })

  it.each([
    ['4 stars and up', 4],
    ['rated at least 4.5', 4.5],
    ['rating above 4', 4],
    ['4+ stars', 4],
    ['well rated lights', 4],
    ['under 3 stars', null],
    ['4 lights', null],
  ])('%s: at least %s', (text, rating) => {
    expect(find(text).minRating).toBe(rating)
  })

  it.each([
    ['the second one', { position: 2, count: 1 }],
    ['2nd one please', { position: 2, count: 1 }],
    ['the last', { position: -1, count: 1 }],
    ['the last two', { position: -2, count: 2 }],
    ['compare the first 3', { position: 1, count: 3 }],
    ['number 2', { position: 2, count: 1 }],
    ['option #3', { position: 3, count: 1 }],
    ['the latter', { position: -1, count: 1 }],
    ['the third bike', { position: 3, count: 1 }],
    ['my last order', null],
    ['last week', null],
    ['wait a second', null],
    ['it is the first time i buy here', null],
  ])('%s', (text, ordinal) => {
    expect(find(text).ordinal).toEqual(ordinal)
  })

  it('knows what refers back', () => {
    expect(find('is it heavy').pronoun).toBe(true)
    expect(find('those look nice').pronoun).toBe(true)
    expect(find('what does the bike weigh').pronoun).toBe(true)
    expect(find('the other one').pronoun).toBe(true)
    expect(find('do you have a bike').pronoun).toBe(false)
    expect(find('how heavy is the Tourer 3').pronoun).toBe(false)
  })

  it('knows what is to be had now', () => {
    expect(find('lights in stock').inStockOnly).toBe(true)
    expect(find('lights that are not in stock').inStockOnly).toBe(false)
    expect(find('lights').inStockOnly).toBe(false)
  })
})

describe('masking', () => {
  it.each([
    ['Where is RC-1002?', 'where is {order}?'],
    ['Is the Tourer 3 lighter than the Pebble City?', 'is the {product} lighter than the {product}?'],
    ['bikes under €1,500 from Kestrel', '{category} under {price} from {brand}'],
    ['I ordered 2 on March 3rd, 2026 with me@x.example', 'i ordered {number} on {date} with {email}'],
    ['due on monday or 10/02/2026', 'due on {date} or {date}'],
    ['may I ask', 'may i ask'],
    ['is the price of it still right', 'is the price of it still right'],
    ['a light with 600 lumens', 'a {category} with {value}'],
  ])('%s', (text, expected) => {
    expect(masked(text)).toBe(expected)
  })
})
