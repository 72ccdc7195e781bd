import { testContents, testShop } from '@marketplace-agent/catalog/testing'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { understanderOf } from './testing/understander.ts'
import type { Understander, Understanding } from './types.ts'
import { isOutOfScope, leadingClause } from './leading.ts'

let understander: Understander
beforeAll(async () => {
  understander = await understanderOf(testShop())
}, 60_000)
const understand = (message: string): Understanding => understander.read(message)
const tasksOf = (message: string) => understand(message).clauses.map(({ task }) => task)

describe('several requests in one message', () => {
  it.each([
    ['where is RC-1002 and do you have bikes under 1000?', ['order_status', 'search_products']],
    ["My order RC-1003 hasn't come. Also, what's your return policy?", ['late_delivery', 'policy_topic']],
    ['thanks! one more thing, do you ship to canada?', ['thanks', 'delivery_options']],
    ['Hi! Where is my order? Thanks', ['greeting', 'order_status', 'thanks']],
    ['yes, and where is my order', ['yes', 'order_status']],
    ['cancel RC-1001 and tell me how i can pay', ['cancel_order', 'payment']],
    ["what's the weather and where is my order", ['out_of_scope', 'order_status']],
  ])('%s', (message, tasks) => {
    expect(tasksOf(message)).toEqual(tasks)
  })

  it.each([
    'compare the Tourer 3 and the Pebble City',
    'bikes with 8 gears and a good saddle',
    'is the Tourer 3 light and quick',
    'I ordered a bike and it arrived broken',
    'no, the other one',
    'yes please',
    'I bought the Tourer 3. does the Oxbow D-Lock fit it?',
    'The milk was sour when it got here. can you help me',
    'I bought this bike for my son two weeks ago, he was so happy. Yesterday the chain broke. I tried everything in the manual. I would like my money back.',
  ])('one clause: %s', (message) => {
    expect(understand(message).clauses).toHaveLength(1)
  })

  it('tells what each clause names, by its place in the message', () => {
    const message = 'where is RC-1002 and do you have bikes under 1000?'
    const [first, second] = understand(message).clauses
    expect(first?.entities.orders).toEqual(['RC-1002'])
    expect(second?.entities.orders).toEqual([])
    expect(second?.entities.price?.max).toBe(1000)
    expect(message.slice(second?.start, second?.end)).toBe('do you have bikes under 1000?')
  })
})

describe('the whole message', () => {
  it.each([
    ['Hello there! My parcel has not arrived', 'delivery'],
    ['thank you so much. how do i send something back?', 'refund'],
    ['the brakes squeal and the frame is scratched. i want my money back', 'refund'],
    ['the lamp arrived broken', 'complaint'],
    ['hello', 'general'],
    ['RC-1002', 'order_status'],
    ['which is better, the Tourer 3 or the Pebble City', 'comparison'],
    ['how many gears does the Tourer 3 have', 'product_info'],
  ] as const)('%s: %s', (message, intent) => {
    expect(understand(message).intent).toBe(intent)
  })

  it('lists every intent that is in it, the leading one first', () => {
    const { intent, intents } = understand('where is RC-1002 and do you have bikes under 1000?')
    expect(intents[0]?.intent).toBe(intent)
    expect(intents.map((one) => one.intent)).toEqual(expect.arrayContaining(['order_status', 'product_info']))
  })

  it.each(['what is the capital of australia', 'asdkjh qwe zxcv', 'write me a poem about the sea'])(
    'out of scope: %s',
    (message) => {
      expect(isOutOfScope(understand(message))).toBe(true)
      expect(understander.classify(message).outOfScope).toBe(true)
    },
  )

  it.each(['where is my order RC-1002', 'do you have bikes in stock', 'i want my money back'])(
    'in scope: %s',
    (message) => {
      expect(isOutOfScope(understand(message))).toBe(false)
    },
  )
})

describe('acts', () => {
  it.each([
    ['yes please', 'yes'],
    ['sure, go ahead', 'yes'],
    ['nope', 'no'],
    ['never mind', 'cancel'],
    ['no, the other one', 'correct'],
    ['not the Tourer 2, the Tourer 3', 'correct'],
    ['good morning', 'greet'],
    ['cheers, that helped', 'thank'],
    ['let me talk to a human', 'person'],
    ['can you say that again', 'repeat'],
    ['where is my order', 'ask'],
  ])('%s: %s', (message, act) => {
    expect(leadingClause(understand(message))?.act).toBe(act)
  })
})

describe('tasks of acting', () => {
  it.each([
    ['how much did I pay for RC-1002', 'order_details'],
    ['which address is RC-1002 going to?', 'order_details'],
    ["start over, let's begin again", 'start_over'],
    ['never mind', 'never_mind'],
    ['my email is me@mail.example', 'give_email'],
    ['RC-1002 and me@mail.example', 'give_email'],
    ['change the address to 12 Elm Street, Apt 4, Boston MA 02115', 'change_address'],
    ['12 Elm Street, Boston MA 02115', 'change_address'],
    ['please cancel RC-1001', 'cancel_order'],
    ["where's my refund RF-201", 'refund_status'],
    ['any news on my complaint CPL-101', 'complaint_status'],
    ['refund only the Oxbow D-Lock', 'start_refund'],
    ["I don't want a refund, just a replacement", 'exchange'],
    ['no, I meant the Tourer 2', 'correction'],
    ['anything cheaper?', 'search_products'],
  ])('%s: %s', (message, task) => {
    const [clause, ...more] = understand(message).clauses
    expect(more).toEqual([])
    expect(clause?.task).toBe(task)
    expect(clause?.confident).toBe(true)
  })

  it('tells how a message answers a question', () => {
    expect(understand('yes please')).toMatchObject({ answer: 'yes', repeats: null })
    expect(understand('yes, cancel RC-1001')).toMatchObject({ answer: 'unclear', repeats: 'cancel_order' })
    expect(understand('no, only the Oxbow D-Lock')).toMatchObject({ answer: 'no' })
    expect(understand('how heavy is it?')).toMatchObject({ answer: null })
  })
})

describe('anger', () => {
  it.each([
    ['this is ridiculous, I want my money back', true],
    ['WHERE IS MY ORDER!!!', true],
    ['still waiting, third time I ask', true],
    ['where is my order', false],
    ['USB LAMP', false],
    ['great!!!', false],
  ])('%s: %s', (message, upset) => {
    expect(understand(message).upset).toBe(upset)
  })
})

it("learns no shop's names: with other products the masked text and the tasks are the same", async () => {
  const contents = testContents()
  const renamed = {
    ...contents,
    products: contents.products.map((product) => ({
      ...product,
      name: `Zorblax ${product.id}00Q`,
      brand: product.brand === 'Kestrel' ? 'Vantolux' : 'Quimble',
      aliases: [],
    })),
  }
  const other = await understanderOf(testShop(renamed))
  const dialogues: [string, string][] = [
    ['how heavy is the Pebble City?', 'how heavy is the Zorblax 300Q?'],
    ['compare the Pebble City with the Kestrel Trail 29', 'compare the Zorblax 300Q with the Zorblax 400Q'],
    ['bikes from Kestrel under 1500', 'bikes from Vantolux under 1500'],
    ['my Pebble City arrived scratched, i want another one', 'my Zorblax 300Q arrived scratched, i want another one'],
  ]
  for (const [own, others] of dialogues) {
    const [one, two] = [understand(own), other.read(others)]
    expect(two.clauses.map(({ masked }) => masked)).toEqual(one.clauses.map(({ masked }) => masked))
    expect(two.clauses.map(({ tasks }) => tasks)).toEqual(one.clauses.map(({ tasks }) => tasks))
  }
})

describe('any text', () => {
  const words = fc.constantFrom(
    ...'where is my order RC-1002 and also the Tourer 3 Pebble City under $ 1,500 - 2k not no yes , . ! ? \n it 4 stars me@x.org 10/02/2026 {order} 600 lumens cheaper than or'.split(
      ' ',
    ),
  )
  const message = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.array(words, { maxLength: 60 }).map((all) => all.join(' ')),
  )

  it('is understood: offsets lie in it, clauses do not overlap, scores add up', () => {
    fc.assert(
      fc.property(message, (text) => {
        const understood = understand(text)
        const { clauses, intents, intent } = understood
        expect(clauses.length).toBeGreaterThan(0)
        let before = 0
        for (const clause of clauses) {
          expect(clause.start).toBeGreaterThanOrEqual(before)
          expect(clause.end).toBeLessThanOrEqual(text.length)
          expect(text.slice(clause.start, clause.end)).toBe(clause.text)
          before = clause.end
          expect(clause.intents.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(1)
          let end = clause.start
          for (const mention of clause.entities.mentions) {
            expect(mention.start).toBeGreaterThanOrEqual(end)
            expect(mention.end).toBeLessThanOrEqual(clause.end)
            end = mention.end
          }
        }
        expect(intents[0]?.intent).toBe(intent)
        expect(understand(text)).toEqual(understood)
      }),
      { numRuns: 300 },
    )
  })

  it('takes time in proportion to its length', () => {
    const pieces = [
      'a ',
      '@',
      'a@',
      '$1 - ',
      '1,',
      'not the ',
      'under ',
      'RC-1002 ',
      ', and what ',
      '?',
      '!',
      'é',
      'x',
      'and ',
      'a thousand ',
      '{',
      "'",
      '1/',
      'second ',
      '12 elm ',
      '12 elm street, ',
      'rue 5 ',
      'to: ',
      'apt 4, ',
      '1-',
      'yes, ',
      'only the ',
      'not a ',
    ]
    const time = (text: string) => {
      const start = performance.now()
      understand(text)
      return performance.now() - start
    }
    for (const piece of pieces) {
      const long = piece.repeat(Math.ceil(1000 / piece.length)).slice(0, 1000)
      time(long)
      expect(Math.min(time(long), time(long), time(long)), piece).toBeLessThan(100)
    }
  })
})
