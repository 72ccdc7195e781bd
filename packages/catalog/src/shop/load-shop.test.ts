import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OperatorError } from '@marketplace-agent/domain'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { generatedContents } from '../testing/generated-shop.ts'
import { testContents, testShop, writeShop } from '../testing/test-shop.ts'
import { faultLine } from './fault.ts'
import { checkShop, loadShop } from './load-shop.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shop-'))
})
afterEach(() => rm(folder, { recursive: true }))

const faultsOf = async () => (await checkShop(folder)).faults.map(faultLine)
const rewrite = async (file: string, change: (text: string) => string) =>
  writeFile(join(folder, file), change(await readFile(join(folder, file), 'utf8')))

describe('a sound folder', () => {
  it('is the shop that was written', async () => {
    await writeShop(folder)
    const shop = await loadShop(folder)
    const expected = testShop()
    expect(shop.settings).toEqual(expected.settings)
    expect(shop.catalog.all()).toEqual(expected.catalog.all())
    expect(shop.records).toEqual(expected.records)
    expect([...shop.documents].sort((one, other) => one.id.localeCompare(other.id))).toEqual(
      [...expected.documents].sort((one, other) => one.id.localeCompare(other.id)),
    )
    expect(shop.picturesFolder).toBe(join(folder, 'pictures'))
  })

  it('may have no records, no documents and no pictures', async () => {
    const { products } = testContents()
    for (const product of products) Reflect.deleteProperty(product, 'picture')
    await writeShop(folder, testContents({ products }))
    for (const part of ['records', 'documents', 'pictures']) await rm(join(folder, part), { recursive: true })
    const shop = await loadShop(folder)
    expect(shop.records).toEqual({ orders: [], deliveries: [], complaints: [], refunds: [] })
    expect(shop.documents).toEqual([])
    expect(shop.picturesFolder).toBeNull()
  })

  it('may have byte order marks and lines ended as on Windows', async () => {
    await writeShop(folder)
    for (const file of ['shop.json', 'products.json', 'records/orders.json', 'documents/returns.md']) {
      await rewrite(file, (text) => `\u{feff}${text.replaceAll('\n', '\r\n')}`)
    }
    const shop = await loadShop(folder)
    expect(shop.documents.find(({ id }) => id === 'returns')?.text).toBe(
      testShop().documents.find(({ id }) => id === 'returns')?.text,
    )
  })

  it('may have ten thousand products', async () => {
    await writeShop(folder, generatedContents())
    const start = performance.now()
    expect((await loadShop(folder)).catalog.size).toBe(10_000)
    // It takes about 0.4 s; the bound leaves room for a busy machine.
    expect(performance.now() - start).toBeLessThan(5000)
  })
})

describe('a folder that can’t be read', () => {
  it('is named', async () => {
    const missing = join(folder, 'nothing')
    expect((await checkShop(missing)).faults.map(faultLine)).toEqual([
      `there is no folder ${missing}; name a shop's folder`,
    ])
  })

  it('says which files are missing', async () => {
    expect(await faultsOf()).toEqual([
      'shop.json: is missing; it says the name, currency, locale, categories, specs and policies of the shop',
      'products.json: is missing; it is an array of the products',
    ])
  })

  it.each([
    ['[{"a": 1,}]', 'line 1, column 10: a field name in double quotes is expected; is there a comma too many?'],
    ['[\n  {"a": 1}\n  {"b": 2}\n]', 'line 3, column 3: a comma is missing before this'],
    ['[{"a": yes}]', 'line 1, column 8: this is no JSON value; texts need quotes'],
    ['[{"a": 1', 'line 1, column 9: a } is missing'],
    ['[ // none\n]', 'line 1, column 3: comments are not allowed in JSON'],
    ['[{"a": "b}]', 'line 1, column 8: a text is not closed; its " is missing'],
    ['', 'line 1, column 1: a value is expected; is there a comma too many?'],
  ])('says where the JSON %j is broken', async (text, place) => {
    await writeShop(folder)
    await writeFile(join(folder, 'records/orders.json'), text)
    expect(await faultsOf()).toEqual([`records/orders.json: is no valid JSON: ${place}`])
  })

  it.each([
    ['# Returns\n', 'has no front matter; begin it with a line ---, then id, title and kind, then a line ---'],
    ['---\nid: x\ntitle: "a\n---\ntext', /^its front matter is no valid YAML: line \d+, column \d+: /],
  ])('says what is wrong with the front matter of %j', async (text, message) => {
    await writeShop(folder)
    await writeFile(join(folder, 'documents/returns.md'), text)
    const { faults } = await checkShop(folder)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatchObject({ file: 'documents/returns.md', message: expect.stringMatching(message) as string })
  })

  it('names a file of records that is not read', async () => {
    await writeShop(folder)
    await writeFile(join(folder, 'records/order.json'), '[]')
    expect(await faultsOf()).toEqual([
      'records/order.json: is not read (did you mean "orders.json"?); records are in orders.json, deliveries.json, complaints.json, refunds.json',
    ])
  })
})

describe('loadShop', () => {
  it('throws the first faults and how many more there are', async () => {
    await writeShop(folder)
    await rewrite('products.json', (text) => text.replaceAll('"brand"', '"brant"'))
    const error: unknown = await loadShop(folder).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(OperatorError)
    const lines = (error as OperatorError).message.split('\n')
    expect(lines[0]).toBe(`The shop in ${folder} can't be used:`)
    expect(lines[1]).toMatch(/^ {2}products\.json, product 1, brant: there is no such field \(did you mean "brand"\?\)/)
    expect(lines).toHaveLength(10)
    expect(lines.at(-1)).toBe('  and 16 more')
  })
})
