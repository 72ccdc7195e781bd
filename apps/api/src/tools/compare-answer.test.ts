import { type ComparisonRow, createFormat } from '@marketplace-agent/domain'
import { expect, it } from 'vitest'
import { answer } from './compare-answer.en.ts'

const format = createFormat({ locale: 'en-IE', currency: 'EUR', time_zone: 'Europe/Dublin' })
const names = ['Alder', 'Birch', 'Cedar']
const row = (id: string, label: string, ...values: readonly (number | null)[]): ComparisonRow => ({
  id,
  label,
  values: [...values],
  texts: values.map((value) => (value === null ? null : String(value))),
  differs: new Set(values).size > 1,
  best: [],
})

it.each([
  [row('price', 'Price', 5, 9), false, true, 'Yes, the Alder is cheaper: 5 against 9 for the Birch.'],
  [row('price', 'Price', 9, 5), false, true, 'No, the Birch is cheaper: 5 against 9 for the Alder.'],
  [row('price', 'Price', 5, 5), false, true, 'No, they are level in price: 5.'],
  [row('price', 'Price', 5, 9), true, false, 'The Birch is more expensive: 9 against 5 for the Alder.'],
  [row('rating', 'Rating', 4, 3), true, true, 'Yes, the Alder is rated higher: 4 against 3 for the Birch.'],
  [
    row('weight', 'Weight', 5, 9, 7),
    false,
    false,
    'The Alder has the lowest weight: 5 against 7 for the Cedar and 9 for the Birch.',
  ],
  [
    row('weight', 'Weight', 5, 5, 7),
    false,
    true,
    'No, the Alder and Birch are level in weight and ahead: 5 against 7 for the Cedar.',
  ],
  [
    row('weight', 'Weight', 5, null),
    false,
    true,
    'Weight of the Alder: 5. I have no information on the weight of the Birch.',
  ],
])('%#', (of, descending, claim, words) => {
  expect(answer(of, names.slice(0, of.values.length), { descending, claim }, format)).toBe(words)
})

it('is nothing where nothing is known', () => {
  expect(answer(row('weight', 'Weight', null, null), names, { descending: false, claim: true }, format)).toBeNull()
})
