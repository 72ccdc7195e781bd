import { expect, test } from 'vitest'
import { productQuestions } from './product-questions.ts'

const specs = [
  { id: 'brew', label: 'Brews', value: 'espresso', text: 'espresso' },
  { id: 'tank', label: 'Water tank', value: 2, text: '2 l' },
]

test('asks of what is known', () => {
  expect(
    productQuestions({ name: 'Uno', specs, warranty_months: 24 }, { other: { name: 'Duo' }, hasAccessories: true }),
  ).toEqual([
    'What fits the Uno?',
    'Compare the Uno and the Duo',
    'What is the water tank of the Uno?',
    'How long is the warranty of the Uno?',
  ])
})

test('asks nothing of what is not', () => {
  expect(
    productQuestions({ name: 'Uno', specs: [], warranty_months: 0 }, { other: undefined, hasAccessories: false }),
  ).toEqual([])
  expect(
    productQuestions(
      { name: 'Uno', specs: [{ id: 'wifi', label: 'Wi-Fi', value: 6, text: '6' }], warranty_months: 0 },
      { other: undefined, hasAccessories: false },
    ),
  ).toEqual(['What is the Wi-Fi of the Uno?'])
})
