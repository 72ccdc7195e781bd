import type { FitCondition, ProductRecord, SpecValue } from '@marketplace-agent/domain'
import { describe, expect, it } from 'vitest'
import { groundsOf, judge, speaksAbout } from './fit-rule.ts'
import { testProduct } from './testing/shops.ts'

const rule = (...conditions: FitCondition[]) => ({
  id: 'rule',
  accessory_categories: ['part'],
  host_categories: ['whole', 'part'],
  conditions,
  because: '',
})
const products = (own: ProductRecord['specs'], other: ProductRecord['specs']) =>
  [testProduct(1, 'part', 'Part', own), testProduct(2, 'whole', 'Whole', other)] as const
const condition = (operator: FitCondition['operator'], accessory_spec = 'own', host_spec = 'other') => ({
  accessory_spec,
  operator,
  host_spec,
})

describe('judge', () => {
  it.each<[FitCondition['operator'], SpecValue | undefined, SpecValue | undefined, boolean]>([
    ['shares', 'USB-C', ['HDMI', ' usb-c'], true],
    ['shares', ['a', 'b'], ['c', 'b'], true],
    ['shares', 58, 58, true],
    ['shares', 58, ['54', '58'], true],
    ['shares', 5.1, 5.01, false],
    ['shares', true, true, true],
    ['shares', false, false, false],
    ['shares', 'a', 'b', false],
    ['shares', [], ['a'], false],
    ['shares', 'a', undefined, false],
    ['at_least', 65, 65, true],
    ['at_least', 64.9, 65, false],
    ['at_least', '100', 65, true],
    ['at_least', 'fast', 65, false],
    ['at_least', true, 0, false],
    ['at_least', undefined, 65, false],
    ['at_most', 65, 65, true],
    ['at_most', 65.1, 65, false],
    ['at_most', 9, '14', true],
  ])('%s: %j on %j is %j', (operator, own, other, fits) => {
    const sides = products(own === undefined ? {} : { own }, other === undefined ? {} : { other })
    expect(judge(rule(condition(operator)), ...sides).fits).toBe(fits)
  })

  it('rests on what is shared, and on nothing else', () => {
    const sides = products({ own: ['A', 'b', 'c'], power: 20 }, { other: ['B', 'a', 'd'], draw: 18 })
    const verdict = judge(rule(condition('shares'), condition('at_least', 'power', 'draw')), ...sides)
    expect(groundsOf(verdict)).toEqual([
      { product_id: 1, spec: 'own', value: ['A', 'b'] },
      { product_id: 2, spec: 'other', value: ['B', 'a'] },
      { product_id: 1, spec: 'power', value: 20 },
      { product_id: 2, spec: 'draw', value: 18 },
    ])
  })

  it('names a ground of two conditions once', () => {
    const sides = products({ own: 5 }, { low: 1, high: 9 })
    const verdict = judge(rule(condition('at_least', 'own', 'low'), condition('at_most', 'own', 'high')), ...sides)
    expect(groundsOf(verdict).map(({ spec }) => spec)).toEqual(['own', 'low', 'high'])
  })

  it('says for each condition whether it is met, and by what it was judged', () => {
    const sides = products({ own: ['a'], power: 20 }, { draw: 45 })
    const { fits, conditions } = judge(rule(condition('shares'), condition('at_least', 'power', 'draw')), ...sides)
    expect(fits).toBe(false)
    expect(conditions).toMatchObject([
      { met: false, accessory: { value: 'a' }, host: null },
      { met: false, accessory: { value: 20 }, host: { value: 45 } },
    ])
  })
})

describe('speaksAbout', () => {
  it('goes by the categories, in their roles, and never by one product alone', () => {
    const [part, whole] = products({}, {})
    expect(speaksAbout(rule(), part, whole)).toBe(true)
    expect(speaksAbout(rule(), whole, part)).toBe(false)
    expect(speaksAbout(rule(), part, { ...part, id: 3 })).toBe(true)
    expect(speaksAbout(rule(), part, part)).toBe(false)
  })
})
