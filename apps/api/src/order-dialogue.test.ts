import { join } from 'node:path'
import { modelsForTests } from '@marketplace-agent/llm/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig, root } from './config.ts'
import { type Knowledge, openKnowledge } from './knowledge.ts'
import { pino } from 'pino'
import { demoDay, sharedCache, startTestApp } from './testing/test-app.ts'

/**
 * What is said, the tool that answers (null: none has to), and words of the answer; "!" before those that it must not have.
 * `proposes` and `!proposes`: whether something waits for a yes after it.
 */
type Turn = readonly [say: string, tool: string | null, ...words: readonly string[]]
type Talk = readonly [about: string, turns: readonly Turn[]]

const demo: readonly Talk[] = [
  [
    'orders chosen from the list by their state',
    [
      ['my order history please. ORD-1003, priya.raman@example.org', 'list_orders', 'ORD-1003', 'ORD-1007', 'ORD-1025'],
      ['what of that is still with you and not sent off?', 'list_orders', 'ORD-1003', '!ORD-1007', '!ORD-1025'],
      ['which ones have I received already', 'list_orders', 'has arrived', 'ORD-1007', '!ORD-1003'],
      ["and which haven't come yet?", 'list_orders', 'ORD-1003', 'ORD-1025', '!ORD-1007'],
      ['did any of them get cancelled?', 'list_orders', 'None of your orders was cancelled', '!ORD-10'],
    ],
  ],
  [
    'orders chosen by what is in them, by time and by amount',
    [
      ['show all my orders, ORD-1013, tomas.herrera@example.com', 'list_orders', 'ORD-1040'],
      ['the one with the gaming monitor, how far is it?', 'order_status', 'ORD-1040', 'processing', '!Clarity'],
      ['and the speakers?', 'order_status', 'ORD-1013', 'delivered'],
      ['which is the most expensive', 'list_orders', 'highest total', 'ORD-1040', '!ORD-1013'],
      ['the oldest one', 'list_orders', 'ORD-1013', '!ORD-1004'],
      ['what did I buy in february?', 'list_orders', 'ORD-1040', '!ORD-1004'],
      ['the one with the tablet', 'list_orders', 'None of your orders has that in it'],
      ['any over $500?', 'list_orders', 'ORD-1040', '!ORD-1013'],
      ['cancel the one that has not shipped', 'cancel_order', 'ORD-1040', 'proposes'],
      ['no', null, '!proposes'],
    ],
  ],
  [
    'goods take the place of orders that were listed',
    [
      ['list my orders ORD-1013 tomas.herrera@example.com', 'list_orders'],
      ['do you have monitors?', 'search_products', 'Clarity 27', 'Apex 34'],
      ['the cheaper one', 'product_details', 'Clarity 27', '!ORD-'],
    ],
  ],
  [
    'a choice among all of them before they were listed',
    [
      ['are there any of my orders that are still to come?', 'list_orders', 'e-mail'],
      ['ORD-1007 and priya.raman@example.org', 'list_orders', 'ORD-1003', 'ORD-1025', '!ORD-1007'],
    ],
  ],
  [
    'the grounds of a refusal, and what is possible instead',
    [
      ['please cancel ORD-1002. daniel.okafor@example.com', 'cancel_order', 'in transit', '!proposes'],
      ['but why not', 'cancel_order', 'The reason is this', 'in transit'],
      ['oh no. what else can I do?', 'cancel_order', 'possible instead', 'return it'],
      ['on what grounds?', 'cancel_order', 'The reason is this'],
      ['do you deliver to Hawaii?', 'search_documents'],
      ['are there any other options', 'cancel_order', 'possible instead'],
      ['who could help with that then?', 'cancel_order', 'Our team'],
      ['do you have laptops?', 'search_products'],
      ['why?', null, '!The reason is this'],
    ],
  ],
  [
    'the grounds of a refund that was rejected',
    [
      ['how is my refund REF-3005? omar.haddad@example.com', 'refund_status', 'rejected'],
      ['for what reason', 'refund_status', 'hygiene'],
      ['but why is that?', 'refund_status', 'hygiene'],
      ['what am I supposed to do now', 'shop_info', 'support@'],
    ],
  ],
  [
    'a complaint in the middle of another matter',
    [
      ['I want to give back the earbuds of ORD-1017, omar.haddad@example.com', 'start_refund', 'hygiene', '!proposes'],
      [
        'well one side is dead, there is no sound at all! I complain and I want my money back',
        'file_complaint',
        'Sport Earbuds',
        'proposes',
      ],
      ['wait, not so fast', null, 'nothing is done until you say yes', 'proposes'],
      ['no', null, 'dropped', '!proposes'],
    ],
  ],
  [
    'a proposal said again, held and dropped',
    [
      ['refund ORD-1010 please, sofia.marchetti@example.com', 'start_refund', 'proposes'],
      ['sorry, say that once more?', null, 'Once more', '$999', 'proposes'],
      ['what exactly would you do again?', null, '$999', 'proposes', "!wasn't clear"],
      ['hang on a second', null, 'nothing is done until you say yes', 'proposes'],
      ['not yet please', null, 'nothing is done until you say yes', 'proposes'],
      ['I have to ask my husband first', null, '$999', 'proposes'],
      ['she says yes', null, '!Done', 'proposes'],
      ['my boss said no', null, 'Nothing was changed', '!proposes'],
      ['refund ORD-1010 please', 'start_refund', 'proposes'],
      ['no wait', null, 'Nothing was changed', '!Which one', '!proposes'],
      ['refund ORD-1010 please', 'start_refund', 'proposes'],
      ['nope, not that', null, 'Nothing was changed', '!Which one', '!proposes'],
    ],
  ],
  [
    'what is said to fill a pause',
    [
      ['erm, hmm, so like what tablets have you got?', 'search_products', '2 tablets', '!erm'],
      ['uh ok. bit steep. anything cheaper?', 'search_products', 'tablets under $499', 'Tab 10', '!uh', '!steep'],
      [
        'oh dear, it rains into my kitchen again, hold on. ok there. which headphones do you sell',
        'search_products',
        '2 headphones',
        '!rains',
      ],
      ['ah well, never liked that colour anyway. is the X1 in stock?', 'check_stock', '23 left'],
    ],
  ],
  [
    'a purchase that only tells what something is for',
    [
      [
        'hello, so I got the X2 from you, order ORD-1027, e-mail aisha.mbeki@example.org, and now I am looking for a hub with thunderbolt for it, what have you got?',
        'find_accessories',
        'Desk Dock 12',
        '!ORD-1027',
        '!BlueCrate',
      ],
      [
        'my son received the Pro 12 phone (ORD-1043) and he needs a case for it, which ones do you have?',
        'find_accessories',
        'Shield Phone Case',
        '!ORD-1043',
      ],
      [
        'I bought a Tab 11 last month, ORD-1011. would like a keyboard that goes with it, any suggestions?',
        'find_accessories',
        'K3 Wireless Keyboard',
        '!ORD-1011',
      ],
    ],
  ],
  [
    'fragments after what was talked about',
    [
      ['details of ORD-1034 please, sofia.marchetti@example.com', 'order_details'],
      ['delivery fee?', 'order_details', '$24.99'],
      ['how much is the Boom Mini?', 'product_details'],
      ['and if it stops working?', 'product_details', 'warranty', '2 years'],
      ['send back ORD-1010, I want a refund', 'start_refund', 'proposes'],
      [
        'how does the money get to me then',
        'search_documents',
        'Returns and refunds',
        '!no refund of yours',
        'proposes',
      ],
      ['when will the money be there?', 'search_documents', '5 to 7 days', '!no refund of yours', 'proposes'],
    ],
  ],
  [
    'what holds once it is there',
    [
      ['I want to return ORD-1027. aisha.mbeki@example.org', 'start_refund', 'nothing to send back yet'],
      ['and when it has arrived, how many days do I have to return it?', 'search_documents', '30 days'],
    ],
  ],
  [
    'the money of a cancelled order',
    [
      ['cancel ORD-1041, ravi.pillai@example.org', 'cancel_order', 'proposes'],
      ['yes', 'cancel_order', '!proposes'],
      ['and when is my money back?', 'search_documents', '1 to 3 days'],
    ],
  ],
  [
    'what is asked of an order that was shown',
    [
      ['how far is ORD-1002', 'order_status', 'Order ORD-1002, placed on'],
      ['which courier has it?', 'order_status', 'Swiftway brings order ORD-1002.', '!In it'],
      ['when should I expect it to be delivered', 'order_status', 'expected on February 10, 2026', '!In it'],
      ["what's inside it?", 'order_status', 'In order ORD-1002: TechPro SmartPhone Pro 12', '!expected'],
      ['did it clear the border yet', 'order_status', 'Left the sorting center', 'Nothing more is known'],
      ['so has it gone missing?', 'order_status', 'counts as lost if it has not come by February 20, 2026'],
    ],
  ],
  [
    'why an order was cancelled, without cancelling anything',
    [
      ['for what reason was ORD-1005 cancelled?', 'order_status', 'was cancelled', 'why', '!proposes'],
      ['who cancelled it', 'order_status', 'was cancelled', '!proposes'],
      ['how come ORD-1002 got cancelled', 'order_status', 'was not cancelled', '!proposes'],
    ],
  ],
  [
    'something else came than what was ordered',
    [
      [
        'I ordered a Studio 700 (order ORD-1007) but in the box were Boom Mini speakers, please send the proper ones. priya.raman@example.org',
        'file_complaint',
        'What would make it good',
      ],
      [
        'replace it',
        'file_complaint',
        'Sonarra Studio 700 Headphones of order ORD-1007 (wrong item)',
        'a replacement',
        'proposes',
      ],
      ['no', null, '!proposes'],
    ],
  ],
  [
    'the money of an order that was cancelled before, whoever asks',
    [['we cancelled ORD-1005 last week. when does the money come back?', 'search_documents', '1 to 3 days', '!e-mail']],
  ],
  [
    'a policy that is asked on',
    [
      ['what does delivery cost', 'search_documents', '$5.99'],
      ['n if I order for 70?', 'search_documents', '$50 or more'],
      ['and to Canada', 'search_documents', '$14.99'],
      ['can I return a watch?', 'search_documents'],
      ['and for earbuds?', 'search_documents', "can't take back earbuds", '!We have 2 earbuds'],
      ['what warranty has the X1', 'product_details', '2 years'],
      ['is it covered when I drop it?', 'search_documents', 'drops'],
    ],
  ],
  [
    'several things asked of one product',
    [
      ["what's the cheapest tablet and the best TV", 'search_products', 'Tab 10', 'Cinema 65'],
      ['can the Pro 12 be charged wirelessly and is it waterproof?', 'product_details', 'wirelessly', 'IP68'],
      ['what does the Tab 11 cost, and has it got a pen?', 'product_details', '$499', 'Pen support'],
      ['does the hub work with both the X1 and the X2?', 'check_compatibility', 'X1 Laptop fit', 'X2 Laptop fit'],
      ['tell me about the Vision 55', 'product_details'],
      ['does the soundbar fit it', 'check_compatibility', 'Bar 300', 'fit together'],
    ],
  ],
  [
    'the cheapest of a list is what is talked about',
    [
      ['which laptops do you have', 'search_products'],
      ['which is the cheapest of those?', null, 'UltraBook 13'],
      ['how heavy is it', 'product_details', 'UltraBook 13'],
    ],
  ],
  [
    'when and how people are reached, without a hand-over',
    [
      ['can I speak to somebody at the weekend?', 'shop_info', 'Saturday', '!Your reference'],
      ['contact number?', 'shop_info', '212-555-0142', '!smartphones'],
      ['do you pass my e-mail on to advertisers', 'search_documents', 'Privacy and data protection'],
      ['I want to talk to a person', 'hand_over', 'Your reference'],
    ],
  ],
  [
    'what the manual or the policy says before a complaint',
    [
      ['one earbud makes no sound', 'file_complaint', 'contacts', 'order number'],
      ['never mind', null],
      ['somebody stole the parcel from my doorstep', null, 'police', 'order number'],
    ],
  ],
  [
    'a complaint that was meant',
    [
      ['ok so the tablet thing is all wobbly and crooked', null],
      ['no, I meant a complaint', 'file_complaint', 'order number'],
      ['ORD-1011, ellen.whitaker@example.com', 'file_complaint', 'What would make it good'],
      ['a repair', 'file_complaint', 'TechPro Tab 11', 'proposes'],
      ['no', null, '!proposes'],
    ],
  ],
]

const example: readonly Talk[] = [
  [
    'what is asked of an order that was shown',
    [
      ['where is 26/10483', 'order_status', 'Mylly'],
      ['who is delivering it?', 'order_status', 'Pohjola Post brings', '!Mylly'],
      ['when does it arrive', 'order_status', '10 May 2026', '!Mylly'],
      ['when is it considered lost?', 'order_status', '22 May 2026'],
      ['why was 26/10488 cancelled?', 'order_status', 'was cancelled', '!proposes'],
    ],
  ],
  [
    'several things asked at once, and a kind beside "it"',
    [
      ['how much is the Lempi Decaf and how many grams has it?', 'product_details', '€14.20', '250 g'],
      ['does the Puristin 54 fit both the Höyry Mini and the Höyry Dual', 'check_compatibility', '54 mm', '58 mm'],
      ['tell me about the Höyry Dual', 'product_details'],
      ['does the tamper fit it?', 'check_compatibility', 'Puristin 58'],
    ],
  ],
  [
    'orders chosen from the list',
    [
      ['all orders of mine please: 26/10455, cian@mail.example', 'list_orders', '26/10455', '26/10483', '26/10488'],
      ['which of these was cancelled', 'list_orders', '26/10488', '!26/10483'],
      ['and what is still on its way?', 'list_orders', '26/10483', '!26/10488'],
      ['the one with the papers, when did that arrive?', 'order_status', '26/10455', '!26/10483'],
      ['the cheapest one', 'list_orders', '26/10488', '!26/10455'],
      ['and the grinder one, where is it', 'order_status', '26/10483'],
    ],
  ],
  [
    'the grounds of a refusal',
    [
      ['cancel 26/10483 please. cian@mail.example', 'cancel_order', 'has shipped'],
      ['why???', 'cancel_order', 'The reason is this', 'has shipped'],
      ['so what can we do now?', 'cancel_order', 'possible instead'],
      ['could you explain that', 'cancel_order', 'The reason is this'],
    ],
  ],
  [
    'a proposal said again, held and dropped',
    [
      ['I want my money back for the grinder of 26/10460. karin@mail.example', 'start_refund', 'proposes'],
      ['pardon? what would you do?', null, '26/10460', 'proposes'],
      ['wait a moment', null, 'nothing is done until you say yes', 'proposes'],
      ['my wife says not to', null, 'Nothing was changed', '!proposes'],
    ],
  ],
  [
    'a purchase that only tells what something is for, and two questions in one',
    [
      [
        'I ordered the Höyry Mini, number 26/10490, karin@mail.example, and need a tamper for it. which do you have?',
        'find_accessories',
        'Puristin 54',
        '!26/10490',
      ],
      ['hm. what does delivery cost and when is it free?', 'search_documents', '€5.90', '€45'],
      ['is the Lempi Decaf in stock, and how much is it?', 'check_stock', 'out of stock'],
    ],
  ],
]

const models = modelsForTests('orders talked about, with sentence vectors')
const words = { EMBEDDER: 'lexical' }
const vectors = { EMBEDDER: 'minilm', MODELS_DIR: models ?? '' }
const shops = [
  { shop: 'the demo shop', folder: 'data/shop', clock: demoDay, talks: demo },
  { shop: 'the example shop', folder: 'data/example-shop', clock: '2026-05-15T09:00:00Z', talks: example },
] as const
const runs = shops.flatMap((each) => [{ ...each, by: words }, ...(models === null ? [] : [{ ...each, by: vectors }])])

describe.each(runs)('$shop by $by.EMBEDDER', ({ folder, clock, talks, by }) => {
  const environment = { SHOP_DIR: join(root, folder), SHOP_CLOCK: clock, ...by }
  let knowledge: Knowledge
  beforeAll(async () => {
    const config = readConfig({ ...environment, CACHE_DIR: sharedCache })
    knowledge = await openKnowledge(config, pino({ level: 'silent' }))
    await knowledge.settled
  })
  afterAll(() => knowledge.close())

  it.each(talks)('%s', async (_about, turns) => {
    const test = await startTestApp({ knowledge, environment })
    try {
      let session: string | undefined
      for (const [say, tool, ...words] of turns) {
        const { response, tool_results, proposal, session_id } = await test.chat(say, session)
        session = session_id
        const told = `${say}\n${response}`
        if (tool !== null)
          expect(
            tool_results.map((result) => result.tool),
            told,
          ).toContain(tool)
        for (const word of words) {
          if (word === 'proposes') expect(proposal, told).toBeDefined()
          else if (word === '!proposes') expect(proposal, told).toBeUndefined()
          else if (word.startsWith('!')) expect(response, say).not.toContain(word.slice(1))
          else expect(response, say).toContain(word)
        }
      }
    } finally {
      await test.stop()
    }
  })
})

it('keeps the orders of one customer from the next', async () => {
  const test = await startTestApp()
  try {
    const { session_id: session } = await test.chat('list my orders ORD-1013 tomas.herrera@example.com')
    const { response } = await test.chat(
      'and now for ORD-1003, priya.raman@example.org: the one with the monitor',
      session,
    )
    expect(response).not.toContain('ORD-1040')
  } finally {
    await test.stop()
  }
})
