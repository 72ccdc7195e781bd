import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { echoes, saysYes, saysYesBesideOk } from './echoes.en.ts'

const refund = {
  task: 'start_refund',
  summary: 'I would ask for the money back for 2 × Cork Mat and Tab 11 of order N-7: €1,048.50.',
}
const one = { task: 'start_refund', summary: 'I would ask for the money back for 2 × Cork Mat of order N-7: €48.50.' }
const cancel = {
  task: 'cancel_order',
  summary: 'I would cancel order N-7 (Tab 11 and 2 × Cork Mat). You get €1,048.50 back.',
}
const address = {
  task: 'change_address',
  summary: 'I would send order N-7 to another address: Ada Byrne, 5 Elm Street, Cork, T12 AB34.',
}
const complaint = {
  task: 'file_complaint',
  summary: 'I would file a complaint about the Tab 11 of order N-7 (arrived damaged) and ask for a replacement.',
}
const all = { refund, one, cancel, address, complaint }
type Name = keyof typeof all

describe('an echo', () => {
  it.each<[Name, string]>([
    ['refund', 'yes, send them back'],
    ['refund', 'Yes please, I want my money back'],
    ['refund', 'ok, return the cork mat and the tab 11'],
    ['refund', 'yes, for order N-7'],
    ['one', 'yes, return the cork mat'],
    ['cancel', 'sure, cancel order N-7'],
    ['cancel', "yes that's right, cancel it"],
    ['address', 'yes, to 5 Elm Street, Cork'],
    ['address', 'yes, change the address please'],
    ['complaint', 'yes, file a complaint about the tab 11'],
    ['complaint', 'yes, ask for a replacement'],
  ])('of %s: %s', (name, message) => {
    expect(echoes(message, all[name])).toBe(true)
  })
})

describe('no echo', () => {
  it.each<[Name, string, string]>([
    ['refund', 'a part of it', 'yes, return the tab 11'],
    ['refund', 'a part of it', 'yes, the mat'],
    ['cancel', 'a part of it', 'yes, cancel the tab 11'],
    ['one', 'another count', 'yes, 1 cork mat'],
    ['one', 'another count', 'yes, one cork mat'],
    ['one', 'another count', 'yes, a cork mat'],
    ['one', 'a figure of the amount', 'yes, 48'],
    ['refund', 'all of what is only a part', 'yes, all of it'],
    ['refund', 'the doing of another task', 'ok cancel'],
    ['refund', 'the doing of another task', 'ok, cancel that'],
    ['refund', 'the doing of another task', 'yes, change my address'],
    ['refund', 'the doing of another task', 'sure, open a complaint'],
    ['complaint', 'the doing of another task', 'ok, I want my money back'],
    ['complaint', 'the doing of another task', 'yes, refund it'],
    ['cancel', 'the doing of another task', 'yes, return it'],
    ['refund', 'something to be sent', 'yes, send me the tab 11'],
    ['refund', 'something to be bought', 'yes, order the cork mat'],
    ['address', 'another address', 'yes, to another address'],
    ['address', 'another number', 'yes, to 7 Elm Street'],
    ['cancel', 'another order', 'yes, cancel order N-8'],
    ['address', 'a question without its mark', 'ok does it go to my address'],
    ['one', 'a question without its mark', 'yes is that for order N-7'],
    ['one', 'taking note, and leaving it', 'ok let it go'],
    ['one', 'going back', 'ok go back'],
    ['one', 'no yes at all', 'thanks'],
  ])('of %s: %s (%s)', (name, _why, message) => {
    expect(echoes(message, all[name])).toBe(false)
  })

  const proposal = fc.constantFrom(...Object.values(all))
  const agreement = fc.constantFrom('yes', 'ok', 'sure, go ahead', 'yes please', 'right, do it', 'yes, that is correct')
  const spoiling = fc.constantFrom(
    'but not today',
    'if it is free',
    'unless it costs something',
    'only the first',
    'except the last',
    'maybe',
    'later',
    'not now',
    "don't",
    'wait',
    'instead',
    'both',
    'everything',
    'half of it',
    'until Friday',
    'when',
    'how much is it',
    '?',
    'what for',
    'and the lamp',
    'for 3',
    'two of them',
    'order N-8',
    'to Galway',
    'with the case',
    'never',
    'nope',
    'tomorrow',
    'another one',
    'also the tab',
    'no',
    'stop',
    'cancel that refund',
    'first tell me more',
  )

  it('is what holds a condition, a doubt, another number or another thing, wherever it stands', () => {
    fc.assert(
      fc.property(proposal, agreement, spoiling, fc.boolean(), (proposed, yes, spoiled, before) => {
        expect(echoes(before ? `${spoiled} ${yes}` : `${yes} ${spoiled}`, proposed)).toBe(false)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('a word of yes', () => {
  it.each([
    ['yes do it', true, true],
    ['please do not', false, false],
    ['ok, leave it', true, false],
    ['okay yes', true, true],
    ['go ahead', true, true],
    ['no thanks', false, false],
  ])('in “%s”', (message, yes, besideOk) => {
    expect(saysYes(message)).toBe(yes)
    expect(saysYesBesideOk(message)).toBe(besideOk)
  })
})
