import { expect, it } from 'vitest'
import { openEmbedder } from '../open-embedder.ts'
import { embedderContract } from '../testing/embedder-contract.ts'
import { quietContext } from '../testing/contexts.ts'

const open = async () => openEmbedder({ kind: 'lexical' }).first

embedderContract('the lexical embedder', open)

async function nearness(a: string, b: string): Promise<number> {
  const [first, second] = await (await open()).embed([a, b], quietContext())
  return first!.reduce((sum, value, i) => sum + value * second![i]!, 0)
}

it('takes inflections and slips of one word as near', async () => {
  expect(await nearness('warranty', 'warranties')).toBeGreaterThan(0.5)
  expect(await nearness('headphones', 'hedphones')).toBeGreaterThan(0.3)
  expect(await nearness('headphones', 'keyboard')).toBeLessThan(0.25)
})

it('does not care for case, accents, apostrophes and the possessive', async () => {
  expect(await nearness("the SHOP's café", 'The shop cafe')).toBeCloseTo(1, 5)
})

it('weighs what a text is about more than the words that join', async () => {
  const wanted = await nearness('what is the warranty', 'warranty of two years')
  const joined = await nearness('what is the warranty', 'what is the weather')
  expect(wanted).toBeGreaterThan(joined)
})

it('counts a repeated word less each time', async () => {
  expect(await nearness('router', 'router '.repeat(50))).toBeCloseTo(1, 5)
  expect(await nearness('router cable', `${'router '.repeat(50)}cable`)).toBeGreaterThan(0.75)
})
