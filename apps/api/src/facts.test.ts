import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './config.ts'
import { askFacts, factsOf } from './testing/facts.ts'
import { startTestApp } from './testing/test-app.ts'

/** The least share of right answers; these only rise. */
const floors = { price: 1, stock: 1, warranty: 1, spec: 0.99, order: 1, section: 0.9 }

const shops: readonly (readonly [name: string, folder: string])[] = [
  ['the demo shop', 'data/shop'],
  ['the example shop', 'data/example-shop'],
]

describe.each(shops)('every fact of %s, in every wording', (name, folder) => {
  it('is answered with its value and its source', { timeout: 60_000 }, async () => {
    const test = await startTestApp({ environment: { SHOP_DIR: join(root, folder) } })
    try {
      const reports = await askFacts(factsOf(test.services.shop), (message) => test.chat(message))
      for (const [kind, { asked, right, faults }] of reports) {
        process.stdout.write(`${name}: ${kind} ${right}/${asked} right (${((100 * right) / asked).toFixed(1)}%)\n`)
        const examples = faults.slice(0, 40).map(({ question, fault }) => `${question} -> ${fault}`)
        expect(right / asked, `${kind}\n${examples.join('\n')}`).toBeGreaterThanOrEqual(floors[kind])
      }
    } finally {
      await test.stop()
    }
  })
})
