import { describe, expect, it } from 'vitest'
import { type SpoiltCase, product, faultsAfter } from '../testing/spoilt-shop.ts'

const cases: readonly SpoiltCase[] = [
  [
    'an id twice',
    (c) => {
      product(c, 6).id = 7
      product(c, 4).bought_with = []
    },
    'products.json, product 7, id: 7 is there twice; ids have to differ',
  ],
  [
    'a name twice',
    (c) => {
      product(c, 12).name = 'oxbow d-lock'
    },
    'products.json, product 12, name: product 11 is called "oxbow d-lock" too; names have to differ',
  ],
  [
    'no category',
    (c) => {
      product(c, 12).category = 'lock'
    },
    'products.json, product 12, category: there is no category "lock" (did you mean "locks"?); categories are bikes, tyres, lights, locks',
  ],
  [
    'no spec',
    (c) => {
      product(c, 12).specs['color'] = 'red'
    },
    'products.json, product 12, specs.color: shop.json has no spec "color" (did you mean "colour"?); add it there or use one of its specs',
  ],
  [
    'a text that a rule compares',
    (c) => {
      product(c, 5).specs['width'] = 'wide'
    },
    'products.json, product 5, specs.width: has to be a number: a fit rule of shop.json compares it',
  ],
  [
    'a number with its unit that a rule compares',
    (c) => {
      product(c, 5).specs['width'] = '28 mm'
    },
    'products.json, product 5, specs.width: has to be a number: a fit rule of shop.json compares it',
  ],
  [
    'stock that disagrees',
    (c) => {
      product(c, 2).in_stock = true
    },
    'products.json, product 2, in_stock: is true, but quantity is 0; make them agree or leave in_stock out',
  ],
  [
    'a price of too many places',
    (c) => {
      product(c, 2).price = 949.999
    },
    'products.json, product 2, price: 949.999 has more decimal places than the currency (2)',
  ],
  [
    'a month that is none',
    (c) => {
      product(c, 2).released = '2025-13'
    },
    'products.json, product 2, released: "2025-13" is neither a month like 2025-03 nor a day like 2025-03-14',
  ],
  [
    'a picture that is not there',
    (c) => {
      product(c, 2).picture = 'tourer2.svg'
    },
    'products.json, product 2, picture: there is no file pictures/tourer2.svg (did you mean "tourer-2.svg"?)',
  ],
  [
    'no picture',
    (c) => {
      product(c, 2).picture = 'tourer.txt'
    },
    'products.json, product 2, picture: "tourer.txt" is not the name of an svg, png, jpg or webp file in pictures/',
  ],
  [
    'what is bought with nothing',
    (c) => {
      product(c, 1).bought_with = [5, 99, 1]
    },
    'products.json, product 1, bought_with[1]: there is no product 99; use the id of a product in products.json',
    'products.json, product 1, bought_with[2]: a product can’t be bought with itself',
  ],
  [
    'a model after none',
    (c) => {
      product(c, 1).upgraded_from = 77
    },
    'products.json, product 1, upgraded_from: there is no product 77; use the id of a product in products.json',
  ],
  [
    'models in a circle',
    (c) => {
      product(c, 2).upgraded_from = 1
    },
    'products.json, product 1, upgraded_from: leads back to product 1; no model can follow itself',
    'products.json, product 2, upgraded_from: leads back to product 2; no model can follow itself',
  ],
]

describe('products that don’t agree', () => {
  for (const [name, spoil, ...faults] of cases) {
    it(`tells of ${name}`, async () => {
      expect(await faultsAfter(spoil)).toEqual(faults)
    })
  }
})
