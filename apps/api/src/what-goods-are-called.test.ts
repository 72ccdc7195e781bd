import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from './config.ts'
import { type TestApp, startTestApp } from './testing/test-app.ts'

/** What is said of goods, and words of the answer; "!" before those that it must not have. */
type Request = readonly [say: string, ...words: readonly string[]]

const shops: Readonly<Record<string, readonly Request[]>> = {
  shop: [
    ['tv under eight hundred dollars', '2 TVs under $800', '!Nothing we have'],
    ['phones under a thousand', 'under $1,000', '!Nothing we have'],
    ['laptops under 1.5 grand', 'under $1,500', '!Nothing we have'],
    ['the sixty-five inch tv', 'Cinema 65', '!Vision 55'],
    ['a hundred watt charger', '100W', '!65W USB-C Charger:'],
    ['one terabyte ssd', 'Gridlane Portable SSD'],
    ['how much is the watch three', 'TechPro Watch 3 costs'],
    ['price of the pro twelve', 'Pro 12 costs'],
    ['tab eleven vs tab ten', 'Tab 11', 'Tab 10'],
    ['hdmi two point one cable', 'HDMI 2.1 Cable'],
    ['13 inch laptop', 'UltraBook 13', '!Sleeve'],
    ['ten inch tablet', 'Tab 10', '!Tab 11'],
    ['qled', 'Vision 55', '!not sure'],
    ['boombox mini', 'Boom Mini'],
    ['sleeves for laptops', 'Sleeve 14', '!UltraBook'],
    ['noise cancelling headphones around 150', 'We have no', 'nearest in price', 'Studio 700'],
    ['we are a school and want 30 tablets', 'Tab 11', '!Nothing we have', '!school'],
    ['my son starts university next week and needs a laptop', 'laptops', '!Nothing we have'],
    ['a laptop with a touchscreen', 'touchscreen', 'laptops'],
    ['2 cases & Sleeves', 'cases and sleeves', '!& Sleeves'],
  ],
  'example-shop': [
    ['tamper under fifty euros', 'Puristin 54', '!Nothing we have'],
    ['fifty-eight millimetre tamper', 'Puristin 58', '!Puristin 54'],
    ['t sixty four', 'Tuuli 64'],
    ['machine with two boilers', 'Höyry Dual', '!Höyry Mini'],
    ['half a kilo of coffee', 'Aamu', '!Kochere'],
    ["we're a café and need two machines", 'espresso machines', '!Nothing we have', '!café'],
    ['grinder with a timer', '“timer”', 'grinders'],
    ['dark roast', 'Aamu', '!not sure'],
  ],
}

describe.each(Object.entries(shops))('what people call the things of data/%s', (folder, requests) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp({ environment: { SHOP_DIR: join(root, 'data', folder) } })
  })
  afterAll(() => app.stop())

  it.each(requests)('%s', async (say, ...words) => {
    const { response } = await app.chat(say)
    for (const word of words) {
      if (word.startsWith('!')) expect(response).not.toContain(word.slice(1))
      else expect(response).toContain(word)
    }
  })
})
