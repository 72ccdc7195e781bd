import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, startTestApp } from './testing/test-app.ts'

/** The demo shop as one whose figures are written in the German way. */
let folder: string
let test: TestApp
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'german-shop-'))
  await cp('data/shop', folder, { recursive: true })
  const settings = JSON.parse(await readFile(join(folder, 'shop.json'), 'utf8'))
  await writeFile(join(folder, 'shop.json'), JSON.stringify({ ...settings, locale: 'de-DE', currency: 'EUR' }))
  test = await startTestApp({ environment: { SHOP_DIR: folder } })
})
afterAll(async () => {
  await test.stop()
  await rm(folder, { recursive: true })
})

const german = /\b(?:und|oder|am|um|Uhr|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember)\b/

it.each([
  ['where is ORD-1002?', /expected on 10 February 2026.*Pro 12 and Wireless/s],
  ['how much is the X1 laptop?', /1\.299\s€/],
  ['compare the X1 and the X2', / and /],
  ['laptops under 1500', /1\.299\s€/],
  ['how long can I return something?', /30 days/],
])('answers %j in English, with figures as the locale has them', async (message, expected) => {
  const { response } = await test.chat(message)
  expect(response).toMatch(expected)
  expect(response).not.toMatch(german)
})

it('refuses in English', async () => {
  const { session_id } = await test.prove('ORD-1003', 'priya.raman@example.org')
  const address = '5 Rue de Lyon, 69001 Lyon, France'
  const { response } = await test.chat(`send order ORD-1003 to ${address} instead`, session_id)
  expect(response).toContain('United States')
  expect(response).not.toMatch(german)
})

it('tells a front end which English to write dates in', async () => {
  expect((await test.send('GET', '/api/shop')).json()).toMatchObject({ locale: 'de-DE', english_locale: 'en-GB' })
})
