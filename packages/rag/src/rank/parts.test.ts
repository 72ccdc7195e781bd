import { describe, expect, it } from 'vitest'
import { leansOn, partsOf } from './parts.ts'

describe('the parts of a question', () => {
  it.each([
    ['how much is shipping and when is it free?', 'how much is shipping', 'when is it free?'],
    ['How long can I return things and what does it cost?', 'How long can I return things', 'what does it cost?'],
    ['can i extend the warranty, whats the cost', 'can i extend the warranty', 'whats the cost'],
  ])('%s: the second goes on from the first', (question, first, second) => {
    expect(partsOf(question)).toEqual([
      { text: first, about: '' },
      { text: second, about: first },
    ])
  })

  it('goes on from the next where the first says nothing', () => {
    expect(partsOf('how much and how long does delivery take')[0]).toEqual({
      text: 'how much',
      about: 'how long does delivery take',
    })
  })

  it('has nothing to go on from where each says what it is about', () => {
    expect(partsOf('when is my refund paid and who pays the postage').map(({ about }) => about)).toEqual(['', ''])
  })

  it.each([
    'how long does delivery take',
    'do you sell cables and chargers',
    'when I return something, who pays the label',
    'my earbuds are silent on one side, what can I do',
    'how much and when',
    'what is a, what is b, what is c, what is d',
    '',
  ])('%j is one', (question) => {
    expect(partsOf(question)).toEqual([{ text: question, about: '' }])
  })
})

it('leansOn tells whether a question leaves open what it is about', () => {
  for (const text of ['do I have to pay for that?', 'how long?', 'whats the cost']) expect(leansOn(text)).toBe(true)
  for (const text of ['what does delivery cost', 'are earbuds covered']) expect(leansOn(text)).toBe(false)
})
