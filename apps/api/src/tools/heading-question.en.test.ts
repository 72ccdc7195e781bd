import { expect, it } from 'vitest'
import { headingQuestion } from './heading-question.en.ts'

it.each([
  ['Do I need an account?', 'Do I need an account?'],
  ['Can I pay later', 'Can I pay later?'],
  ['How do I wax the skis', 'How do I wax the skis?'],
  ['I forgot my password', 'I forgot my password'],
  ["My parcel hasn't come", "My parcel hasn't come"],
  ['How to return an item', 'How do I return an item?'],
  ['How to get your money back', 'How do I get my money back?'],
  ['How long you can return an item', 'Tell me how long I can return an item'],
  ['Where we deliver', 'Tell me where you deliver'],
  ['Who pays for a return', 'Tell me who pays for a return'],
  ["If the kettle won't turn on", "What if the kettle won't turn on?"],
  ['If you are not at home', 'What if I am not at home?'],
  ['If we have to cancel an order', 'What if you have to cancel an order?'],
  ['We match lower prices', 'Do you match lower prices?'],
  ['You can send your skis in', 'Can I send my skis in?'],
  ['Jobs, press and partners', 'Tell me about jobs, press and partners'],
  ['Your rights', 'Tell me about my rights'],
  ['TVs and other large items', 'Tell me about TVs and other large items'],
])('asks for what is under “%s”', (heading, question) => {
  expect(headingQuestion(heading)).toBe(question)
})
