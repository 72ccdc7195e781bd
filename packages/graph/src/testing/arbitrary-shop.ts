import { type FitRule, type ProductRecord, type SpecValue, fitOperators } from '@marketplace-agent/domain'
import * as fc from 'fast-check'
import { type TestShop, testProduct, testSettings, testSpec } from './shops.ts'

const shelves = { a: 'As', b: 'Bs', c: 'Cs' }
const specs = ['plug', 'socket', 'size', 'power']

/** Values that often meet: the same in another case, a number and its text, one and a list. */
const value: fc.Arbitrary<SpecValue> = fc.oneof(
  fc.constantFrom<SpecValue>('USB-C', 'usb-c ', 'HDMI', '2', true, false),
  fc.integer({ min: 1, max: 3 }),
  fc.array(fc.constantFrom('USB-C', 'Usb-C', 'HDMI', '1', '2', ''), { maxLength: 3 }),
)

const category = fc.constantFrom(...Object.keys(shelves))
const spec = fc.constantFrom(...specs)

const rule = fc.record({
  accessory_categories: fc.uniqueArray(category, { minLength: 1 }),
  host_categories: fc.uniqueArray(category, { minLength: 1 }),
  conditions: fc.array(
    fc.record({ accessory_spec: spec, operator: fc.constantFrom(...fitOperators), host_spec: spec }),
    { minLength: 1, maxLength: 3 },
  ),
  because: fc.constant('{accessory} fits {host} by {value}'),
})

const product = fc.record({
  category,
  specs: fc.dictionary(spec, value) satisfies fc.Arbitrary<ProductRecord['specs']>,
  rating: fc.option(fc.integer({ min: 0, max: 5 })),
  bought_with: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 2 }),
  upgraded_from: fc.integer({ min: 1, max: 9 }),
})

/** A shop of up to eight products of three kinds, whose rules make a good deal fit. */
export const arbitraryShop: fc.Arbitrary<TestShop> = fc
  .tuple(fc.array(rule, { minLength: 1, maxLength: 3 }), fc.array(product, { minLength: 2, maxLength: 8 }))
  .map(([rules, products]) => ({
    settings: testSettings({
      shelves,
      specs: specs.map((id) => testSpec(id, id)),
      fits: rules.map((each, index): FitRule => ({ id: `rule_${index}`, ...each })),
    }),
    products: products.map(({ category, specs, ...rest }, index) =>
      testProduct(index + 1, category, `Product ${index + 1}`, specs, rest),
    ),
  }))
