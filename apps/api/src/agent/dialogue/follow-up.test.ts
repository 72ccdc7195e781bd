import { createShop } from '@marketplace-agent/catalog'
import { generatedContents, shopOf } from '@marketplace-agent/catalog/testing'
import type { Clause, Entities } from '@marketplace-agent/intent'
import { describe, expect, it } from 'vitest'
import { type Asked, type Focus, emptyFocus } from './conversation.ts'
import { followUp, followUps } from './follow-up.ts'

const { catalog } = shopOf({
  name: 'Spokes',
  currency: 'EUR',
  locale: 'en-IE',
  categories: [
    { id: 'bikes', name: 'Bikes', singular: 'bike', aliases: ['bikes'] },
    { id: 'lamps', name: 'Lamps', singular: 'lamp', aliases: ['lamps'] },
  ],
  specs: [
    { id: 'weight', label: 'Weight', better: 'lower' },
    { id: 'gears', label: 'Gears', better: 'higher' },
    { id: 'dynamo', label: 'Dynamo' },
  ],
  products: [
    { name: 'Alder', brand: 'Ash', category: 'bikes', price: 900, specs: { weight: 14, gears: 8, dynamo: true } },
    { name: 'Birch', brand: 'Ash', category: 'bikes', price: 700, specs: { weight: 12, gears: 21, dynamo: false } },
    { name: 'Cedar', brand: 'Oak', category: 'bikes', price: 1200, specs: { weight: 11, gears: 24 } },
    { name: 'Glow', brand: 'Oak', category: 'lamps', price: 40, specs: { weight: 0.2 } },
    { name: 'Beam', brand: 'Oak', category: 'lamps', price: 60, specs: { weight: 0.3 } },
  ],
})

const nothingNamed: Entities = {
  orders: [],
  trackingNumbers: [],
  complaints: [],
  refunds: [],
  emails: [],
  mentions: [],
  price: null,
  sort: null,
  inStockOnly: false,
  minRating: null,
  ordinal: null,
  pronoun: false,
  comparative: null,
  continuation: false,
  others: false,
  everything: false,
  only: false,
  quantities: [],
  remedies: [],
  complaintReason: null,
  address: null,
}

/** A clause with what the catalogue finds in its words. */
function said(text: string, task: string, more: Partial<Entities> = {}, act: Clause['act'] = 'ask'): Clause {
  const mentions = catalog.link(text).map((mention) => ({ ...mention, negated: false }))
  return {
    text,
    start: 0,
    end: text.length,
    masked: text.toLowerCase(),
    act,
    task,
    score: 0.9,
    intent: 'product_info',
    intents: [],
    tasks: [],
    confident: true,
    entities: { ...nothingNamed, mentions, ...more },
  }
}

const asked = (clause: Clause, products: readonly number[], made: Asked['made'] = []): Asked => ({
  clause,
  task: clause.task,
  intent: clause.intent,
  products,
  made,
})
const listOf = (list: readonly number[], input = { category: ['bikes'] }): Focus => ({
  ...emptyFocus,
  list,
  search: { input, total: list.length, shown: list.length },
  asked: [asked(said('show me bikes', 'search_products'), [])],
})
const first = (clause: Clause, focus: Focus) => followUp(clause, focus, catalog)[0]
const idsIn = (clause: Clause | undefined) =>
  clause?.entities.mentions.flatMap(({ kind, candidates }) => (kind === 'product' ? [candidates[0]?.id] : []))

describe('what is pointed at', () => {
  const focus = listOf([3, 1, 2])
  it.each([
    ['is the second one in stock', { ordinal: { position: 2, count: 1 } }, [1]],
    ['are the last two in stock', { ordinal: { position: -2, count: 2 } }, [1, 2]],
    ['are the first and the third in stock', { ordinal: { position: 3, count: 1 } }, [3, 2]],
    ['is the ninth one in stock', { ordinal: { position: 9, count: 1 } }, []],
    ['is the cheapest one in stock', { sort: { by: 'price', descending: false } as const }, [2]],
    ['is the Oak one in stock', {}, [3]],
    ['are they in stock', { pronoun: true }, [3, 1, 2]],
  ])('%s', (text, entities, ids) => {
    const request = first(said(text, 'check_stock', entities), focus)
    expect(request?.task).toBe('check_stock')
    expect(idsIn(request?.clause)).toEqual(ids)
  })

  it('is told without a document beside it where nothing else is said', () => {
    const request = first(said('number 2 please', 'list_orders', { ordinal: { position: 2, count: 1 } }), focus)
    expect(request?.calls).toEqual([{ tool: 'product_details', input: { id: 1 }, role: 'answer' }])
  })
})

describe('a list gone on from', () => {
  const input = { category: ['bikes'], below_price: 1000, spec: ['weight<=13', 'gears>=8'], sort: 'gears' }
  const focus = listOf([2], input)
  const next = (text: string, entities: Partial<Entities> = {}) =>
    first(said(text, 'search_products', entities), focus)?.calls?.[0]?.input
  const under = (max: number) =>
    ({ max, minInclusive: true, maxInclusive: false, approximate: false }) satisfies Entities['price']

  it('has each limit once', () => {
    expect(next('under 800', { price: under(800) })).toEqual({ ...input, below_price: 800 })
    expect(next('only Ash')).toEqual({ ...input, brand: ['Ash'] })
  })
  it('takes limits back', () => {
    const { below_price: _below, ...unlimited } = input
    expect(next('without the price limit')).toEqual(unlimited)
    expect(next('forget the weight')).toEqual({ ...input, spec: ['gears>=8'] })
    expect(next('no filters')).toEqual({ category: ['bikes'] })
  })
  it('keeps what holds of another kind', () => {
    expect(next('what about lamps?', { continuation: true })).toEqual({
      category: ['lamps'],
      below_price: 1000,
      spec: ['weight<=13'],
    })
  })
  it('gives what is lighter than all of it, by a value that there is', () => {
    const comparative = { by: { spec: 'weight' }, direction: 'lower' } as const
    expect(first(said('lighter ones', 'search_products', { comparative }), listOf([2]))?.calls?.[0]?.input).toEqual({
      category: ['bikes'],
      spec: ['weight<=11'],
      sort: 'weight',
    })
  })
  it('turns the page', () => {
    const focus = { ...listOf([1, 2]), search: { input: { category: ['bikes'] }, total: 3, shown: 2 } }
    const request = first(said('show me more', 'search_products', { others: true }), focus)
    expect(request?.calls?.[0]?.input).toEqual({ category: ['bikes'], offset: 2 })
  })
  it('is none where something is searched for by itself', () => {
    expect(first(said('do you have lamps', 'search_products'), focus)?.calls).toBeUndefined()
    expect(first(said('I want a basket', 'search_products'), focus)?.calls).toBeUndefined()
  })
})

describe('the last question', () => {
  const weight = said('how heavy is the Alder?', 'product_attribute')
  const focus: Focus = { ...emptyFocus, products: [1], recent: [1], asked: [asked(weight, [1])] }

  it('is asked again of another product', () => {
    const request = first(said('and the Birch?', 'product_details', { continuation: true }), focus)
    expect(request).toMatchObject({ task: 'product_attribute', confident: true })
    expect(request?.clause.text).toBe('how heavy is the Birch?')
    expect(idsIn(request?.clause)).toEqual([2])
  })
  it('is corrected, and told as something that is asked', () => {
    const request = first(said('no, I meant the Cedar', 'correction', {}, 'correct'), focus)
    expect(request?.task).toBe('product_attribute')
    expect(request?.clause.act).toBe('ask')
    expect(idsIn(request?.clause)).toEqual([3])
  })
  it('has the product exchanged that is most like the new one', () => {
    const fits = said('does the Glow fit the Alder?', 'check_compatibility')
    const about: Focus = { ...emptyFocus, products: [4, 1], asked: [asked(fits, [4, 1])] }
    const request = first(said('and the Birch?', 'product_details', { continuation: true }), about)
    expect(request?.clause.text).toBe('does the Glow fit the Birch?')
    expect(idsIn(request?.clause)).toEqual([4, 2])
  })
  it('is looked up again where it is to be repeated, and is the caller’s where nothing was', () => {
    const made = [{ tool: 'product_details', input: { id: 1, facts: ['weight'] }, role: 'answer' as const }]
    const again = said('say that again', 'repeat', {}, 'repeat')
    expect(first(again, { ...focus, asked: [asked(weight, [1], made)] })?.calls).toEqual(made)
    expect(first(again, emptyFocus)).toMatchObject({ task: 'repeat' })
  })
})

describe('a choice', () => {
  const two: Focus = { ...emptyFocus, products: [2], recent: [2, 1] }
  it('is among those talked about', () => {
    const clause = said('which is cheaper?', 'compare_products', { sort: { by: 'price', descending: false } })
    expect(first(clause, two)?.calls?.[0]?.input).toEqual({ ids: [2, 1], facts: ['price'], sort: 'price' })
  })
  it('has a claim where a yes or a no is asked for', () => {
    expect(first(said('is the Alder heavier than the Cedar?', 'compare_products'), two)?.calls?.[0]?.input).toEqual({
      ids: [1, 3],
      facts: ['weight'],
      sort: '-weight',
      claim: true,
    })
  })
})

it('is quick over ten thousand products', () => {
  const shop = createShop(generatedContents(10_000))
  const products = shop.catalog.all()
  const [product] = products
  const spec = Object.keys(product?.specs ?? {}).find((id) => typeof product?.specs[id] === 'number') ?? ''
  const list = products.slice(0, 10).map(({ id }) => id)
  const entities: Entities = {
    ...nothingNamed,
    mentions: [{ kind: 'attribute', start: 0, end: 0, candidates: [{ id: spec, score: 1 }], negated: false }],
    comparative: { by: { spec }, direction: 'lower' },
  }
  const clause = { ...said('only smaller ones', 'search_products'), entities }
  const focus = listOf(list, { category: [product?.category ?? ''] })
  const run = () => followUp(clause, focus, shop.catalog)
  expect(run()[0]?.calls?.[0]?.input['sort']).toBe(spec)
  const started = performance.now()
  for (let index = 0; index < 50; index += 1) run()
  expect((performance.now() - started) / 50).toBeLessThan(20)
})

it.each([
  'the '.repeat(2000),
  `what ${'a'.repeat(8000)}`,
  `without ${'the '.repeat(3000)}`,
  `which ${'er '.repeat(3000)}`,
])('is quick over a hostile text', (text) => {
  const clause = { ...said('x', 'search_products'), text, end: text.length }
  const started = performance.now()
  followUp(clause, listOf([1, 2, 3]), catalog)
  expect(performance.now() - started).toBeLessThan(200)
})

describe('a message of several clauses', () => {
  const focus: Focus = {
    ...emptyFocus,
    products: [1],
    recent: [1],
    asked: [asked(said('how heavy is it', 'product_attribute'), [1])],
  }
  it('asks of what it named before', () => {
    const requests = followUps(
      [
        said('what about the Birch', 'product_details', { continuation: true }),
        said('how heavy is it', 'product_attribute', { pronoun: true }),
      ],
      focus,
      catalog,
    )
    expect(requests.map(({ task, clause }) => [task, idsIn(clause)])).toEqual([['product_attribute', [2]]])
  })
  it('asks of what it pointed at before', () => {
    const cheaper = said('the cheaper one', 'search_products', { sort: { by: 'price', descending: false } })
    const weight = said('what weight is it', 'product_attribute', { pronoun: true })
    const requests = followUps([cheaper, weight], listOf([1, 2]), catalog)
    expect(requests.map(({ task, clause }) => [task, idsIn(clause)])).toEqual([['product_attribute', [2]]])
  })
})
