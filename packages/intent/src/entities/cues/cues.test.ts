import { testShop } from '@marketplace-agent/catalog/testing'
import { describe, expect, it } from 'vitest'
import { readLanguage } from '../../language/read-language.ts'
import { english } from '../../testing/language.ts'
import type { Entities } from '../../types.ts'
import { createEntityFinder } from '../find-entities.ts'
import { entitiesWithin } from '../findings.ts'

const finder = createEntityFinder(testShop(), await readLanguage(english))
const find = (text: string): Entities => entitiesWithin(finder.find(text), 0, text.length)

describe('comparatives', () => {
  it.each([
    ['something cheaper', 'price', 'lower'],
    ['cheaper', 'price', 'lower'],
    ['cheaper ones please', 'price', 'lower'],
    ['do you have anything less expensive?', 'price', 'lower'],
    ['is there a cheaper one', 'price', 'lower'],
    ['got anything cheaper than that?', 'price', 'lower'],
    ['a more expensive one', 'price', 'higher'],
    ['lower price', 'price', 'lower'],
    ['any chaeper bikes', 'price', 'lower'],
    ['chepaer please', 'price', 'lower'],
    ['one with a better rating', 'rating', 'higher'],
    ['something better', 'rating', 'higher'],
    ['a newer model', 'released', 'higher'],
    ['something lighter', { spec: 'weight' }, 'lower'],
    ['a ligther bike', { spec: 'weight' }, 'lower'],
    ['with less weight', { spec: 'weight' }, 'lower'],
    ['better weight', { spec: 'weight' }, 'lower'],
    ['with more gears', { spec: 'gears' }, 'higher'],
    ['one with fewer gears', { spec: 'gears' }, 'lower'],
    ['better battery life', { spec: 'run_time' }, 'higher'],
    ['longer run time please', { spec: 'run_time' }, 'higher'],
    ['a brighter one', { spec: 'brightness' }, 'higher'],
    ['how about something lighter than this one?', { spec: 'weight' }, 'lower'],
    ['what about a cheaper one?', 'price', 'lower'],
    ['show me lighter bikes', { spec: 'weight' }, 'lower'],
    ['I would like a bit cheaper', 'price', 'lower'],
  ])('%s: %j %s', (text, by, direction) => {
    expect(find(text).comparative).toEqual({ by, direction })
  })

  it.each([
    'is the Tourer 3 cheaper than the Pebble City',
    'is the Tourer 3 lighter than the Pebble City?',
    'which is cheaper?',
    'which of them is lighter',
    'is it lighter?',
    'is the first one cheaper',
    'the cheaper one',
    'the cheaper of the two',
    'how much cheaper is it',
    'what is the price',
    'cheaper than 500 euros',
    'bikes lighter than 12 kg',
    'tell me more about the Tourer 3',
    'more information please',
    'I want to order more',
    'never heard of it',
    'my order is late',
    'is a large frame available',
  ])('%s: none', (text) => {
    expect(find(text).comparative).toBeNull()
  })
})

describe('the last question once more', () => {
  it.each([
    'what about the Tourer 3?',
    'and what about the second one',
    'how about the Oxbow D-Lock?',
    'ok, and the Tourer 3?',
    'and the Tourer 3?',
    'And the second one?',
    'and in red?',
    'same for the Pebble City',
    'same question for the first one',
    'wat about the lock',
    'And RC-1003?',
    'thanks. and the Pebble City?',
    'hmm what about lights',
  ])('%s', (text) => {
    expect(find(text).continuation).toBe(true)
  })

  it.each([
    'where is RC-1002 and do you have bikes',
    'compare the Tourer 3 and the Pebble City',
    'I like the Tourer 3 and the Pebble City',
    'how heavy is it',
    'tell me about the Tourer 3',
    'and where is my order that I placed last week with the lock',
    'what is it about',
  ])('%s: no', (text) => {
    expect(find(text).continuation).toBe(false)
  })
})

describe('others', () => {
  it.each([
    'anything else?',
    'any others',
    'do you have other ones',
    'show me more',
    'show me mroe',
    'more options please',
    'the next ones',
    'other bikes',
    'any other lights?',
    'next 5',
    'what else do you have',
    'something diffrent',
    'more bikes',
    'different ones please',
    'other brands than Kestrel, other options',
  ])('%s', (text) => {
    expect(find(text).others).toBe(true)
  })

  it.each([
    'the other one',
    'nothing else, thanks',
    'tell me more about it',
    'more information on the Tourer 3',
    'next week',
    'what else is in my order',
    'a bike with more gears',
    'cheaper than the Tourer 3',
    'more expensive bikes',
  ])('%s: no', (text) => {
    expect(find(text).others).toBe(false)
  })
})

describe('everything', () => {
  it.each([
    'all of it',
    'everything',
    'everythng please',
    'I want to return the whole order',
    'both of them',
    'all',
    'all please',
    'both',
    'refund all',
    'send all back',
    'the entire order',
    'everything except the lock',
  ])('%s', (text) => {
    expect(find(text).everything).toBe(true)
  })

  it.each([
    'thanks for everything',
    'is everything ok',
    'not at all',
    'all right',
    'all bikes under 500',
    'after all it works',
    "that's everything",
    'no, not everything',
    'show me all your bikes',
  ])('%s: no', (text) => {
    expect(find(text).everything).toBe(false)
  })
})

describe('only', () => {
  it.each([
    'only the Oxbow D-Lock',
    'just the Oxbow D-Lock please',
    'no, only the lock',
    'just refund the Oxbow D-Lock',
    'I only want to return the lock',
    'nothing but the lock',
    'the lock only',
    'just the first one',
    'only one of the locks',
    'onyl the lock',
    'just the saddle',
    'only this one',
    'cancel only the Tourer 3',
  ])('%s', (text) => {
    expect(find(text).only).toBe(true)
  })

  it.each([
    'just wondering about the lock',
    'just a question',
    'I just want to know the price',
    'it is only 3 days old',
    'not only the lock',
    'the only one',
    'I just ordered a bike',
    'only with 8 gears',
    'just the price please',
    'the lock',
  ])('%s: no', (text) => {
    expect(find(text).only).toBe(false)
  })
})

describe('quantities', () => {
  const counts = (text: string) => find(text).quantities.map(({ count, start, end }) => [count, text.slice(start, end)])
  it.each([
    ['two of the locks', [[2, 'two']]],
    ['2 locks', [[2, '2']]],
    ['1x lock', [[1, '1x']]],
    [
      '2 x lock and 3 tyres',
      [
        [2, '2 x'],
        [3, '3'],
      ],
    ],
    ['lock x2', [[2, 'x2']]],
    ['Oxbow D-Lock x 2', [[2, 'x 2']]],
    ['qty 3', [[3, 'qty 3']]],
    ['quantity: 4', [[4, 'quantity: 4']]],
    ['both locks', [[2, 'both']]],
    ['just one of them', [[1, 'one']]],
    ['one of the two', [[1, 'one']]],
    [
      'a couple of locks please, 2 pieces',
      [
        [2, 'a couple'],
        [2, '2'],
      ],
    ],
    ['three broken lights', [[3, 'three']]],
    [
      'I want to return 2 of my 3 lights',
      [
        [2, '2'],
        [3, '3'],
      ],
    ],
    ['one lock', [[1, 'one']]],
    ['2 pcs', [[2, '2']]],
  ])('%s', (text, expected) => {
    expect(counts(text)).toEqual(expected)
  })

  it.each([
    'the last two',
    'this one',
    'which one is lighter',
    'order 1002',
    'RC-1002 on 12 March 2026',
    '2 days ago',
    'the Tourer 3',
    'bikes under 500',
    'a bike',
    'rated 4 stars',
    '600 lumens',
    'number 2',
    'both are fine',
  ])('%s: none', (text) => {
    expect(counts(text)).toEqual([])
  })
})

describe('remedies', () => {
  it.each([
    [
      "I don't want a refund, just a replacement",
      [
        ['money_back', true],
        ['replacement', false],
      ],
    ],
    ['I want my money back', [['money_back', false]]],
    ['please repair it', [['repair', false]]],
    [
      'can you fix it or send me a new one',
      [
        ['repair', false],
        ['replacement', false],
      ],
    ],
    ['I expect an apology', [['apology', false]]],
    ['an apolgy would be nice', [['apology', false]]],
    ['i want a refnd', [['money_back', false]]],
    ['replacment please', [['replacement', false]]],
    [
      'no refund or repair, I want an exchange',
      [
        ['money_back', true],
        ['repair', true],
        ['replacement', false],
      ],
    ],
    ['not a refund', [['money_back', true]]],
    ["I'm not asking for my money back", [['money_back', true]]],
    ["don't want it repaired", [['repair', true]]],
    [
      'a replacement instead of a refund',
      [
        ['replacement', false],
        ['money_back', true],
      ],
    ],
    [
      'I would rather have a refund than a repair',
      [
        ['money_back', false],
        ['repair', false],
      ],
    ],
    ['a refund is not what I want', [['money_back', true]]],
    ['no, a refund', [['money_back', false]]],
    ['I no longer want it, refund me', [['money_back', false]]],
    ['I want to be reimbursed', [['money_back', false]]],
    ['swap it for a working one', [['replacement', false]]],
  ])('%s', (text, expected) => {
    expect(find(text).remedies.map(({ remedy, negated }) => [remedy, negated])).toEqual(expected)
  })

  it.each(['what is your refund policy', 'where is RF-201', 'do you have a repair service', 'the lock is broken'])(
    '%s: none',
    (text) => {
      expect(find(text).remedies).toEqual([])
    },
  )
})

describe('what is wrong', () => {
  it.each([
    ['the lamp arrived broken', 'damaged'],
    ['the frame is scrached', 'damaged'],
    ["it won't turn on", 'defective'],
    ['it stopped working after a week', 'defective'],
    ['the light is dead', 'defective'],
    ['faulty lock', 'defective'],
    ['defetcive light', 'defective'],
    ['you sent me the wrong one', 'wrong_item'],
    ["this isn't what I ordered", 'wrong_item'],
    ['the key is missing', 'missing_item'],
    ['I only got one of the two lights, the box was empty', 'missing_item'],
    ["my parcel hasn't arrived", 'late'],
    ['still waiting for my order', 'late'],
    ['your staff was rude to me', 'service'],
    ['nobody answers my mails', 'service'],
    ['the parcel came late and the lamp was cracked', 'damaged'],
    ['it came late', 'late'],
  ])('%s: %s', (text, reason) => {
    expect(find(text).complaintReason).toBe(reason)
  })

  it.each([
    'where is my order',
    "it isn't broken",
    'nothing is missing',
    'it is not damaged at all',
    'is it too late to cancel',
    'scratch resistant bikes',
    'what is the customer service number',
    'I want to return the lock',
    'later today',
  ])('%s: none', (text) => {
    expect(find(text).complaintReason).toBeNull()
  })
})
