import { describe, expect, it } from 'vitest'
import { type SpoiltCase, at, faultsAfter } from '../testing/spoilt-shop.ts'

const cases: readonly SpoiltCase[] = [
  [
    'no product',
    (c) => {
      at(c.documents, 3).product = 90
      at(c.documents, 3).text = 'Charge it.'
    },
    'documents/glowmark-800-manual.md, product: there is no product 90; use the id of a product in products.json',
  ],
  [
    'no category',
    (c) => {
      at(c.documents, 4).category = 'tyre'
    },
    'documents/choosing-a-tyre.md, category: there is no category "tyre" (did you mean "tyres"?); categories are bikes, tyres, lights, locks',
  ],
  [
    'a placeholder that names nothing',
    (c) => {
      at(c.documents, 0).text += '{{returns.windw}}'
    },
    'documents/returns.md: {{returns.windw}} can\'t be filled in: policies.returns of shop.json has no "windw"; it has window_days, exceptions, cost',
  ],
  [
    'no text',
    (c) => {
      at(c.documents, 0).text = '\n'
    },
    'documents/returns.md: has no text after its front matter',
  ],
]

describe('documents that name nothing', () => {
  for (const [name, spoil, ...faults] of cases) {
    it(`tells of ${name}`, async () => {
      expect(await faultsAfter(spoil)).toEqual(faults)
    })
  }
})
