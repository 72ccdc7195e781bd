import { describe, expect, it } from 'vitest'
import { judge } from './fit-rule.ts'
import { testProduct, testSettings, testSpec } from './testing/shops.ts'
import { createWords } from './words.en.ts'

const settings = testSettings({
  locale: 'de-DE',
  shelves: { a: 'As' },
  specs: [
    testSpec('length', 'Cable length', { display: '{value} cm' }),
    testSpec('plugs', 'USB plugs'),
    testSpec('wet', 'Waterproof'),
  ],
  fits: [],
})
const words = createWords(settings)
const specs = { length: 1500.5, plugs: ['A', 'B', 'C'], wet: true }
const one = testProduct(1, 'a', 'One', specs)
const other = testProduct(2, 'a', 'the Other', specs)

describe('words', () => {
  it.each([
    ['length', 1500.5, 'The One has 1.500,5 cm (cable length).'],
    ['plugs', ['A', 'B'], 'The One has A, B (USB plugs).'],
    ['wet', true, 'The One has waterproof: yes.'],
    ['unlisted', 'x', 'The One has x (unlisted).'],
  ])('quote a spec: %s', (spec, value, text) => {
    expect(words.hasSpec(one, spec, value)).toBe(text)
  })

  it('do not double an article', () => {
    expect(words.boughtTogether(other, one)).toBe('The Other and the One are often bought together.')
  })

  it.each([
    ['shares', 'plugs', '{accessory} goes into {host} by {value}', 'One goes into the Other by A, B and C.'],
    ['at_least', 'length', 'with {value} it is long enough!', 'With 1.500,5 cm it is long enough!'],
    ['shares', 'wet', '{unknown} stays, and so does $&', '{unknown} stays, and so does $&.'],
  ] as const)('fill in the reason of a rule: %s %s', (operator, spec, because, text) => {
    const rule = {
      id: 'rule',
      accessory_categories: ['a'],
      host_categories: ['a'],
      conditions: [{ accessory_spec: spec, operator, host_spec: spec }],
      because,
    }
    expect(words.fits(rule, one, other, judge(rule, one, other))).toBe(text)
  })
})
