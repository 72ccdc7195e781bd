import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from './config.ts'
import { type TestApp, startTestApp } from './testing/test-app.ts'

/** A question, the tool that answers (null: none has to), and words of the answer; "!" before those that it must not have. */
type Asked = readonly [question: string, tool: string | null, ...words: readonly string[]]

const demo: readonly Asked[] = [
  // A feature, yes or no, by what is known.
  ['does the X1 have an HDMI port', 'product_details', 'Yes. Ports of the TechPro X1', '!no information'],
  [
    'does the ultrabook have an ethernet port',
    'product_details',
    'No. Ports of the UltraBook 13: USB-C',
    '!no information',
  ],
  ['is the View 43 a 4K tv?', 'product_details', 'Yes. Resolution'],
  ['does the G1 have 32GB of memory', 'product_details', 'Yes. Memory', '32GB'],
  ['does the X1 have 32GB of memory', 'product_details', 'No. Memory', '16GB'],
  ['has the studio 700 got noise cancelling?', 'product_details', 'Yes. '],
  ['is the K3 keyboard backlit', 'product_details', 'Yes. Backlight of the TechPro K3'],
  ['does the X1 have a card slot', 'product_details', 'No. Card slot'],
  ['does the AX5400 have tri band', 'product_details', 'No. Frequency bands', 'dual band'],
  // What isn't known is said, with what is near it, and nothing else.
  [
    'is the X1 a touchscreen',
    'product_details',
    'no information on “touchscreen”',
    'screen size 14 inches',
    '!Processor',
  ],
  ['does the watch 3 come with a charger?', 'product_details', '!Health'],
  [
    'how long does the x1 last on a charge',
    'product_details',
    'Battery life of the TechPro X1 Laptop: 12 hours',
    '!Processor',
  ],
  ['x1 lpatop baterry', 'product_details', '12 hours', '!Processor'],
  ['smartfone pro 12 prise', 'product_details', 'costs $899.99', '!Processor'],
  ['when did the X1 come out', 'product_details', 'was released in October 2024'],
  // What the shop doesn't have.
  ['how much is the z9 laptop', 'search_products', 'We have no “z9 laptop”', '6 laptops'],
  ['do you have the iPhone 15 in stock', 'check_stock', 'We have no “iPhone 15”', '!SmartPhone'],
  ['compare the iphone 15 with the pro 12', 'compare_products', 'We have no “iphone 15”', '!Nova 5'],
  ['does the hub fit the TechPro Z9', null, '“TechPro Z9” is none of our products'],
  ['does the usb-c hub fit my macbook', null, '“macbook” is none of our products'],
  ['how much is the ultrabook 15', 'product_details', 'We have no “ultrabook 15”', 'UltraBook 13 costs $999'],
  ['is the X1 pro in stock', 'check_stock', 'We have no “X1 pro”'],
  ['do you sell skateboards', null, 'We have no', 'skateboards', 'laptops, smartphones'],
  ['do you have a playstation 5', 'list_categories', 'We have no “playstation 5”', 'laptops'],
  // Stock, and what is no stock.
  ['do you still have the X1', 'check_stock', '23 left', '!Setting up'],
  ['can I get the X1 right now?', 'check_stock', '23 left', '!Source'],
  ['when will the studio 500 be back', 'check_stock', 'out of stock', '!Source'],
  ['I need to know the graphics of your X1 before i buy', 'product_details', 'Intel Iris Xe', '!in stock'],
  ['before I order: what weight has the Pro 12', 'product_details', '0.198 kg', '!in stock'],
  ['what do people rate the X1', 'product_details', 'rated 4.6 stars', '!Setting up'],
  // Newer ones, similar ones.
  ['is there a newer version of the X1', 'find_upgrades', 'TechPro X2', '!released'],
  ['is there a newer model of the tab 10?', 'find_upgrades', 'TechPro Tab 11'],
  ['something like the X1 but cheaper', 'similar_products', 'UltraBook 13', '!TechPro X2'],
  [
    'cheaper alternative to the ultrabook',
    'similar_products',
    'Nothing that is similar to the UltraBook 13 ($999) is cheaper',
  ],
  ['something like the X1 but lighter', 'similar_products', 'TechPro X2', 'UltraBook 13', '!Titan'],
  // Weighed for a purpose, and whole kinds.
  ['Which is better for gaming, G1 or X2?', 'compare_products', 'description of the Gaming Laptop G1 speaks of gaming'],
  ['compare laptops', 'compare_products', 'the best rated of our 6 laptops'],
  ['compare your tablets', 'compare_products', '!best rated of our'],
  // Searches.
  ['noise cancelling headphones', 'search_products', 'Studio 700', '!order number'],
  ['phones over $500 with good camera', 'search_products', 'SmartPhone Pro 12', '!Mirrorless'],
  ["the biggest TV you've got", 'search_products', 'Cinema 65', '!you’ve', "!you've"],
  ['how much are 2 earbuds pro', 'product_details', '$199.99', 'Price of 2: $399.98'],
]

const example: readonly Asked[] = [
  ['does the Mylly Pro have flat burrs', 'product_details', 'No. Burr type of the Mylly Pro', 'conical'],
  ['is the Kartio 02 dishwasher safe', 'product_details', 'Yes. '],
  ['is the Lempi a decaf', 'product_details', 'Yes. '],
  ['how much is the Tuuli 80', 'product_details', 'We have no “Tuuli 80”', '€649'],
  ['does the Puristin 58 fit my gaggia', null, '“gaggia” is none of our products'],
  ['do you sell teapots', null, 'We have no', 'coffees'],
  ['do you still have the Lempi', 'check_stock', 'out of stock', '!Source'],
  ['something like the Tuuli but cheaper', 'similar_products', 'Mylly Pro', 'Mylly Hand'],
  ['is there a newer one of the Höyry Mini', 'find_upgrades', 'Höyry Dual'],
  ['which is better for espresso, Aamu or Kochere', 'compare_products', 'espresso'],
  ['tuuli wieght', 'product_details', '6.8 kg', '!Burr'],
]

describe.each([
  ['the demo shop', 'data/shop', demo],
  ['the example shop', 'data/example-shop', example],
] as const)('questions about products of %s', (_name, folder, asked) => {
  let test: TestApp
  beforeAll(async () => {
    test = await startTestApp({ environment: { SHOP_DIR: join(root, folder) } })
  })
  afterAll(() => test.stop())

  it.each(asked.map((each) => [each[0], each] as const))('%s', async (question, [, tool, ...words]) => {
    const { response, tool_results } = await test.chat(question)
    if (tool !== null)
      expect(
        tool_results.map((result) => result.tool),
        response,
      ).toContain(tool)
    for (const word of words) {
      if (word.startsWith('!')) expect(response).not.toContain(word.slice(1))
      else expect(response).toContain(word)
    }
  })

  it('is about what was named, not about what was talked of before', async () => {
    const [product] = test.services.shop.catalog.all()
    const session = 'another-thing'
    await test.chat(`how much is the ${product?.name}?`, session)
    const { response } = await test.chat('do you have the galaxophone 12 in stock?', session)
    expect(response).toContain('We have no “galaxophone 12”')
    expect(response).not.toContain(product?.name)
  })
})
