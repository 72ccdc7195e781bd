import { describe, expect, it } from 'vitest'
import { asksToWait, reportsNo, saysPlainNo } from './hold.en.ts'
import { extremeIn, placedIn, statesIn } from './order-picks.en.ts'
import { asksInstead, asksWhy } from './verdict-questions.en.ts'

describe('the states that are said of orders', () => {
  it.each([
    ['which has not been shipped yet', ['processing']],
    ["what haven't you sent out", ['processing']],
    ['the unshipped ones', ['processing']],
    ['which did I cancel?', ['cancelled']],
    ['the cancelled one', ['cancelled']],
    ['what is still on its way', ['shipped', 'in_transit', 'out_for_delivery']],
    ['which has arrived', ['delivered']],
    ['the ones that were delivered', ['delivered']],
    ["what haven't I received", ['processing', 'shipped', 'in_transit', 'out_for_delivery']],
    ['anything outstanding?', ['processing', 'shipped', 'in_transit', 'out_for_delivery']],
    ['all of them, cancelled ones too', null],
    ['cancel the laptop', null],
    ['the one with the headphones', null],
  ])('%s', (text, states) => expect(statesIn(text)).toEqual(states))
})

it.each([
  ['what did I order in May', '05'],
  ['the ones from december 2025', '2025-12'],
  ['anything from 2024?', '2024'],
  ['last month', 'last_month'],
  ['may I see the first one', null],
])('the time of “%s”', (text, placed) => expect(placedIn(text)).toBe(placed))

it.each([
  ['the cheapest', 'total'],
  ['which cost the most', '-total'],
  ['my most recent one', '-placed'],
  ['the oldest', 'placed'],
  ['the blue one', null],
])('what “%s” is ahead in', (text, sort) => expect(extremeIn(text)).toBe(sort))

describe('time to think', () => {
  it.each([
    'wait',
    'hang on',
    'not yet!',
    'no, not yet',
    'one moment please',
    'hm, let me think',
    'I need to ask my wife',
  ])('is asked for by “%s”', (text) => expect(asksToWait(text)).toBe(true))
  it.each(['no wait', 'wait, no', 'stop', 'hold on, forget it', 'no', 'yes', 'never mind, wait'])(
    'is not asked for by “%s”',
    (text) => expect(asksToWait(text)).toBe(false),
  )
  it.each(['he says no', 'my wife said no', 'the boss told me not to'])('“%s” is a no', (text) =>
    expect(reportsNo(text)).toBe(true),
  )
  it.each(['he says yes', 'it says no returns on the box of it', 'they know'])('“%s” is none', (text) =>
    expect(reportsNo(text)).toBe(false),
  )
  it.each(['no wait', 'nope', 'wait no'])('“%s” says no plainly', (text) => expect(saysPlainNo(text)).toBe(true))
})

describe('questions about a verdict', () => {
  it.each([
    'why',
    'but why not??',
    'how come',
    "what's the reason?",
    'sure, but why exactly',
    "I don't understand why",
  ])('“%s” asks for its grounds', (text) => expect(asksWhy(text)).toBe(true))
  it.each(['why is the X1 so expensive', 'why do you need my e-mail', 'what is the price'])('“%s” does not', (text) =>
    expect(asksWhy(text)).toBe(false),
  )
  it.each([
    'what can I do instead then',
    'and who can do it then?',
    'any other options?',
    'what now?',
    'so what do I do',
  ])('“%s” asks what else there is', (text) => expect(asksInstead(text)).toBe(true))
  it.each(['what ways to pay are there', 'what can you tell me about the X1', 'what is in it'])(
    '“%s” does not',
    (text) => expect(asksInstead(text)).toBe(false),
  )
})
