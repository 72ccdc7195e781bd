import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, startTestApp } from '../../testing/test-app.ts'

let test: TestApp
beforeAll(async () => {
  test = await startTestApp()
})
afterAll(() => test.stop())

it('draws a product for the preview of a link to it', async () => {
  const product = test.services.shop.catalog.all().find(({ picture }) => picture !== undefined)
  const [first, again] = await Promise.all([1, 2].map(() => test.send('GET', `/pictures/share/${product?.id}.png`)))
  expect(first?.headers['content-type']).toBe('image/png')
  const png = first?.rawPayload ?? Buffer.alloc(0)
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630])
  expect(again?.rawPayload.equals(png)).toBe(true)
})

it.each(['99999999', '0', 'x', '..%2f1'])('has none of a product %s', async (id) => {
  expect((await test.send('GET', `/pictures/share/${id}.png`)).statusCode).toBe(404)
})
