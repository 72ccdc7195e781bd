import type { SpecValue } from '@marketplace-agent/domain'
import { describe, expect, it } from 'vitest'
import { compareSpecs } from './compare-specs.ts'
import { testProduct, testSettings, testSpec } from './testing/shops.ts'

const settings = testSettings({
  shelves: { a: 'As' },
  specs: [
    testSpec('range', 'Range', { better: 'higher' }),
    testSpec('noise', 'Noise', { better: 'lower' }),
    testSpec('name', 'Name'),
  ],
  fits: [],
})

const compare = (spec: string, values: readonly (SpecValue | null)[]) =>
  compareSpecs(
    settings,
    values.map((value, index) =>
      testProduct(index + 1, 'a', `P${index}`, value === null ? { other: 1 } : { [spec]: value }),
    ),
  ).find((each) => each.spec === spec)

describe('compareSpecs', () => {
  it.each<[string, (SpecValue | null)[], boolean, number[]]>([
    ['range', [10, 30, 20], true, [1]],
    ['noise', [10, 30, 20], true, [0]],
    ['range', [30, 10, 30], true, [0, 2]],
    ['range', [30, 30], false, []],
    ['range', [30, null, 30], true, []],
    ['range', [30, null, 10], true, [0]],
    ['range', [30, null], true, []],
    ['range', [30, 'far'], true, []],
    ['name', [1, 2], true, []],
    [
      'name',
      [
        ['x', 'y'],
        ['Y', 'x'],
      ],
      false,
      [],
    ],
    ['unlisted', [1, 2], true, []],
  ])('%s %j: differs %j, best %j', (spec, values, differs, best) => {
    expect(compare(spec, values)).toEqual({ spec, values, differs, best })
  })

  it('puts specs that the shop does not list last', () => {
    const products = [testProduct(1, 'a', 'P', { unlisted: 1, noise: 2, range: 3 })]
    expect(compareSpecs(settings, products).map(({ spec }) => spec)).toEqual(['range', 'noise', 'unlisted'])
  })
})
