import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from './config.ts'
import { type TestApp, startTestApp } from './testing/test-app.ts'

/** What is said, the tool that answers (null: none has to), and words of the answer; "!" before those that it must not have. */
type Turn = readonly [say: string, tool: string | null, ...words: readonly string[]]
type Talk = readonly [about: string, turns: readonly Turn[]]

const demo: readonly Talk[] = [
  [
    'the conversation of the issue',
    [
      ['Show me laptops under $1500', 'search_products', 'UltraBook 13', '!TechPro X2'],
      ['Tell me more about the X1', 'product_details', '$1,299'],
      ["What's the battery life?", 'product_details', '12 hours', '!Memory'],
      ['Actually, compare it to the Gaming Laptop', 'compare_products', 'TechPro X1', 'Gaming Laptop G1'],
      ['which is lighter?', 'compare_products', 'The TechPro X1 Laptop has the lower weight', '1.35 kg', '2.3 kg'],
      ['and the battery life?', 'compare_products', '12 hours', '6 hours'],
      ['and the X2?', 'compare_products', '16 hours', '12 hours', '6 hours'],
    ],
  ],
  [
    'the last question of another product',
    [
      ['how heavy is the X1?', 'product_details', '1.35 kg'],
      ['and the X2?', 'product_details', '1.28 kg', '!Memory'],
      ['no, I meant the UltraBook', 'product_details', '1.09 kg', '!Memory'],
      ['what about the battery life?', 'product_details', '10 hours'],
      ['no, the screen size', 'product_details', '13.3', '!10 hours'],
    ],
  ],
  [
    'stock, of one after the other',
    [
      ['is the X1 in stock?', 'check_stock', '23 left'],
      ['and the UltraBook?', 'check_stock', '14 left', '!23 left'],
      ['how about the G1?', 'check_stock', '9 left'],
    ],
  ],
  [
    'whether things fit',
    [
      ['does the usb-c hub fit the X1?', 'check_compatibility', 'Yes', 'TechPro X1'],
      ['and the X2?', 'check_compatibility', 'TechPro USB-C Hub', 'TechPro X2'],
      ['what fits the X1?', 'find_accessories', 'TechPro USB-C Hub'],
      ['and cases?', 'find_accessories', 'Laptop Sleeve', '!Hub'],
      ['i meant chargers', 'find_accessories', 'Charger', '!Sleeve'],
      ['which is the cheapest?', 'compare_products', 'The Pelwick 65W USB-C Charger is cheaper', '$39.99'],
    ],
  ],
  [
    'how something is done',
    [
      ['how do I reset the watch 3?', 'search_documents', 'Watch 3'],
      ['and the router?', 'search_documents', 'AX5400'],
      ['and the X1?', 'search_documents', 'To reset the X1'],
    ],
  ],
  [
    'a choice between two that were talked about',
    [
      ['tell me about the X1', 'product_details'],
      ['tell me about the X2', 'product_details'],
      ['which is cheaper?', 'compare_products', 'The TechPro X1 Laptop is cheaper: $1,299 against $1,799'],
      ['which has the longer battery life?', 'compare_products', 'The TechPro X2 Laptop has the higher battery life'],
      ['which one is better?', 'compare_products', 'ahead in', '| Memory |'],
      ['the cheaper one', 'product_details', 'TechPro X1', '!TechPro X2'],
      ['is it in stock?', 'check_stock', 'TechPro X1'],
      ['and the other one?', 'check_stock', 'TechPro X2', '!TechPro X1'],
    ],
  ],
  [
    'a yes or a no first',
    [
      [
        'is the X1 cheaper than the X2?',
        'compare_products',
        'Yes, the TechPro X1 Laptop is cheaper',
        '$1,299',
        '$1,799',
      ],
      ['is the UltraBook heavier than the X1?', 'compare_products', 'No, the TechPro X1', '1.35 kg', '1.09 kg'],
      ['does the X1 have more memory than the UltraBook?', 'compare_products', 'Yes, the TechPro X1', '16GB', '8GB'],
      ['is it cheaper than the G1?', 'compare_products', 'Yes, the TechPro X1', '$1,299', '$1,399'],
      ['is the X2 lighter?', 'compare_products', 'Yes, the TechPro X2', '1.28 kg', '1.35 kg'],
    ],
  ],
  [
    'places in a list',
    [
      ['laptops', 'search_products', 'TechPro X2'],
      ['is the second one in stock?', 'check_stock', 'Titan 16', '!TechPro X2'],
      ['compare the first two', 'compare_products', 'TechPro X2', 'Titan 16'],
      ['compare the first and the third', 'compare_products', 'TechPro X2', 'TechPro X1', '!Titan'],
      ['the last two', 'compare_products', 'Gaming Laptop G1', 'UltraBook 13', '!Titan'],
      ['number 2', 'product_details', 'Titan 16', '!UltraBook'],
      ['the 3rd one please', 'product_details', 'TechPro X1', '!TechPro X2'],
      ['what does the last one cost?', 'product_details', '$999'],
      ['how much is the ninth one?', 'product_details', 'Which product do you mean?', '!$999'],
    ],
  ],
  [
    'one of a list by what it is',
    [
      ['do you have monitors?', 'search_products'],
      ['the gaming one', 'product_details', 'Apex 34', '!Clarity'],
      ['and the other one?', 'product_details', 'Clarity 27', '!Apex'],
      ['what about the cheaper one?', 'product_details', 'Clarity 27'],
      ['is the Vortann one in stock?', 'check_stock', 'Apex 34', '!Clarity'],
    ],
  ],
  [
    'all of them',
    [
      ['show me tablets', 'search_products'],
      ['how heavy are they?', 'product_details', '0.48 kg', 'Tab 10'],
      ['are they in stock?', 'check_stock', 'Tab 10', 'Tab 11'],
      ['compare them', 'compare_products', 'Tab 10', 'Tab 11'],
    ],
  ],
  [
    'a list refined',
    [
      ['show me laptops', 'search_products', 'We have 6 laptops'],
      ['only with 16GB', 'search_products', '5 laptops with at least 16GB memory', '!UltraBook'],
      ['under 1500', 'search_products', '2 laptops under $1,500 with at least 16GB memory', '!UltraBook'],
      ['sort by rating', 'search_products', 'The best rated is the TechPro X1'],
      ['from TechPro only', 'search_products', 'laptops from TechPro under $1,500', '!Gaming'],
      ['what about tablets?', 'search_products', 'tablets from TechPro under $1,500', '!laptop'],
      ['without the price limit', 'search_products', 'tablets from TechPro:'],
      ['show me more', 'search_products', 'That was all'],
    ],
  ],
  [
    'a list in stock, of others, with no limits at all',
    [
      ['phones under 800', 'search_products', '2 smartphones under $800'],
      ['only in stock ones', 'search_products', 'in stock'],
      ['anything but TechPro', 'search_products', 'Nova 5', '!Pro 11'],
      ['no filters', 'search_products', 'We have 3 smartphones'],
    ],
  ],
  [
    'something better than what was shown',
    [
      ['tell me about the X1', 'product_details'],
      ['do you have something cheaper?', 'search_products', 'laptops under $1,299', 'UltraBook 13', '!TechPro X1'],
    ],
  ],
  [
    'more of a list that has more, and what was cheaper in it',
    [
      ['show me everything from TechPro', 'search_products', 'Here are 10'],
      ['show me more', 'search_products', 'Here are 11 to'],
      ['cheaper ones', 'search_products', 'The cheapest is', 'from TechPro'],
    ],
  ],
  [
    'the best of a long list',
    [
      ['what laptops do you have?', 'search_products'],
      ['which is the lightest?', 'search_products', 'The UltraBook 13 has the lowest weight: 1.09 kg'],
      ['which one has thunderbolt?', 'search_products', 'laptops with Thunderbolt 4', '!UltraBook'],
      ['which has the most memory?', 'compare_products', 'Titan 16 Laptop has the highest memory: 64GB'],
    ],
  ],
  [
    'not that one',
    [
      ['compare the X1 and the G1', 'compare_products'],
      ['not the X1, the other one', 'product_details', 'Gaming Laptop G1', '!TechPro X1'],
      ['no, I meant the X2', 'product_details', 'TechPro X2'],
    ],
  ],
  [
    'one of two compared is another',
    [
      ['compare the X1 and the G1', 'compare_products'],
      ['no, I meant the X2', 'compare_products', 'TechPro X2', 'Gaming Laptop G1', '!TechPro X1'],
      ['say that again', 'compare_products', 'TechPro X2', 'Gaming Laptop G1', '!TechPro X1'],
    ],
  ],
  [
    'said again',
    [
      ["what's the battery life of the X1?", 'product_details', '12 hours'],
      ['thanks', null, '!12 hours'],
      ['can you repeat that?', 'product_details', '12 hours'],
    ],
  ],
  [
    'a search of its own after a list',
    [
      ['show me laptops under 1000', 'search_products', 'UltraBook'],
      ['do you have headphones?', 'search_products', 'We have 2 headphones:'],
      ['I need a usb-c hub', null, 'USB-C Hub', '!headphones'],
    ],
  ],
  [
    'what is not wanted',
    [
      ['laptop under 1500 but no gaming laptop please', 'search_products', 'TechPro X1', '!Gaming Laptop'],
      ['under 2000 sorted by price', 'search_products', 'TechPro X2', '!Gaming Laptop', '!Creator 16'],
      ['actually make it 1200', 'search_products', 'UltraBook 13', '!TechPro X1'],
      ['show me headphones and earbuds', 'search_products', 'Studio 700', 'Earbuds Pro'],
      ['without noise cancelling', 'search_products', 'Sport Earbuds', '!Studio 700'],
    ],
  ],
  [
    'what was talked about long before',
    [
      ['tell me about the X2', 'product_details'],
      ['and what would a 65W charger do with it?', 'check_compatibility', 'No'],
      ['the 100W one?', 'check_compatibility', 'Yes', '100W'],
      ['do you have monitors', 'search_products'],
      ['price of that charger', 'product_details', '$64.99'],
      ['show me cameras', 'search_products'],
      ['back to the laptop I asked about at the very start: how much was it?', 'product_details', '$1,799'],
    ],
  ],
  [
    'a feature that is a kind of product, too',
    [
      ['tell me about the 65w charger', 'product_details'],
      ['does it come with a cable', 'product_details', 'Cable included', 'no'],
      ['do you have a cable for it', 'find_accessories', 'USB-C Cable'],
      ['coverage of the mesh 7', 'product_details', '5,000 square feet'],
      ['i need a keyboard and a mouse', 'search_products'],
      ['how many devices can the mouse pair with', 'product_details', 'Paired devices of the TechPro M2'],
      ['the keyboard, is it backlit', 'product_details', 'Backlight of the TechPro K3'],
      ['tell me about the cinema 65 and the x2 laptop', 'product_details'],
      ['do they both have hdmi?', 'product_details', 'Ports of the TechPro X2', 'Ports of the Lumivar Cinema 65'],
    ],
  ],
]

const example: readonly Talk[] = [
  [
    'grinders',
    [
      ['show me your grinders', 'search_products', 'We have 3 grinders'],
      ['which is cheapest?', 'compare_products', 'Mylly Hand Grinder is the cheapest: €79'],
      ['the second one', 'product_details', 'Mylly Pro'],
      ['and the price?', 'product_details', '€289'],
      ['is the Tuuli better rated than it?', 'compare_products', 'Yes, the Tuuli 64', '4.9', '4.5'],
      ['under 300', 'search_products', '2 grinders under €300'],
      ['only Jauho', 'search_products', 'grinders from Jauho under €300'],
    ],
  ],
  [
    'coffees',
    [
      ['how much is Aamu?', 'product_details', '€13.50'],
      ['and Kochere?', 'product_details', '€15.90'],
      ['no, I meant the decaf', 'product_details', '€14.20'],
      ['is it in stock?', 'check_stock', 'Lempi Decaf is out of stock'],
    ],
  ],
  [
    'machines',
    [
      ['compare the Höyry Mini and the Höyry Dual', 'compare_products'],
      ['which is lighter?', 'compare_products', 'Höyry Mini', '7.5 kg', '23 kg'],
      ['the cheaper one', 'product_details', '€459', '!€1,490'],
      ['and the weight?', 'product_details', '7.5 kg'],
      ['tank?', 'product_details', '1.2 litres'],
      ['heat up time?', 'product_details', '4 minutes'],
      ['how big is it?', 'product_details', 'Width', '19 cm'],
      ['would the Mylly Pro be fine enough for it?', 'check_compatibility', 'Yes'],
      ['which tamper fits it', 'find_accessories', 'Puristin 54'],
      ['what does it cost', 'product_details'],
    ],
  ],
  [
    'a value that is called like a kind of product',
    [
      ['what coffees do you have?', 'search_products', 'Aamu'],
      ['only for filter', 'search_products', 'Kochere', '!Aamu', '!Papers'],
      ['Which drippers are there?', 'search_products', 'Kartio 02'],
      ['the big one, how many cups does it make?', 'product_details', 'up to 4 cups', '!up to 2 cups'],
      ['papers for it?', 'find_accessories', 'Papers 02', '!Papers 01'],
      ['How many sheets in a pack?', 'product_details', '100 sheets'],
    ],
  ],
  [
    'which of those listed fits',
    [
      ['show me tampers', 'search_products'],
      ['which one fits the Dual', 'find_accessories', 'Puristin 58', '!Grinder'],
      ['is the Tuuli quieter than the Mylly Pro', 'compare_products', 'Yes'],
      ['is the most expensive one electric as well?', 'product_details', 'Drive of the Tuuli 64'],
    ],
  ],
]

describe.each([
  ['the demo shop', 'data/shop', demo],
  ['the example shop', 'data/example-shop', example],
] as const)('%s', (_name, folder, talks) => {
  let test: TestApp
  beforeAll(async () => {
    test = await startTestApp({ environment: { SHOP_DIR: join(root, folder) } })
  })
  afterAll(() => test.stop())

  it.each(talks)('%s', async (about, turns) => {
    for (const [say, tool, ...words] of turns) {
      const { response, tool_results } = await test.chat(say, `talk-${about.replaceAll(/[^a-z]/g, '-')}`)
      if (tool !== null)
        expect(
          tool_results.map((result) => result.tool),
          `${say}\n${response}`,
        ).toContain(tool)
      for (const word of words) {
        if (word.startsWith('!')) expect(response, say).not.toContain(word.slice(1))
        else expect(response, say).toContain(word)
      }
    }
  })
})

/** A laptop's name for each that takes its place. */
const exchanged: readonly (readonly [string, string])[] = [
  ['X1', 'Nova 5'],
  ['X2', 'Pro 11'],
  ['G1', 'Pro 12'],
  ['laptops', 'smartphones'],
]

it('leads to the same calls of tools where other products are talked about', async () => {
  const test = await startTestApp()
  const talk = [
    'how much is the X1?',
    'and the X2?',
    'no, I meant the G1',
    'which is cheaper, the X1 or the G1?',
    'is the X1 cheaper than the X2?',
    'the cheaper one',
    'show me laptops',
    'the second one',
    'is the last one in stock?',
    'compare the first two',
    'say that again',
  ]
  const others = talk.map((say) => exchanged.reduce((text, [from, to]) => text.replaceAll(from, to), say))
  const toolsOf = async (says: readonly string[], session: string) => {
    const used: string[][] = []
    for (const say of says) {
      const { tool_results } = await test.chat(say, session)
      used.push(
        tool_results.filter(({ data }) => data?.kind !== 'passages').map(({ tool, outcome }) => `${tool} ${outcome}`),
      )
    }
    return used
  }
  try {
    expect(await toolsOf(others, 'others')).toEqual(await toolsOf(talk, 'own'))
  } finally {
    await test.stop()
  }
})
