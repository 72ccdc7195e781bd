import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ShopDocument, ShopSettings } from '@marketplace-agent/domain'
import { stringify } from 'yaml'
import { type ShopContents, createShop } from '../shop/create-shop.ts'
import type { Shop } from '../types.ts'
import { testDocuments } from './documents.ts'
import { testProducts } from './products.ts'
import { testRecords } from './records.ts'
import { testSettings } from './settings.ts'

/** What to take instead of the bicycle shop's own; settings are merged one level deep. */
export type TestShopOverrides = Partial<Omit<ShopContents, 'settings'>> & { readonly settings?: Partial<ShopSettings> }

/** The contents of an invented bicycle shop, documents still with their placeholders; a fresh copy each time. */
export const testContents = (overrides: TestShopOverrides = {}): ShopContents => ({
  products: structuredClone(testProducts),
  documents: structuredClone(testDocuments),
  records: testRecords(),
  ...overrides,
  settings: { ...structuredClone(testSettings), ...overrides.settings },
})

/** An invented bicycle shop, in memory. */
export const testShop = (overrides: TestShopOverrides = {}): Shop => createShop(testContents(overrides))

/** Writes a shop's folder as an operator would have it, with a drawn square for each picture named. */
export async function writeShop(folder: string, contents: ShopContents = testContents()): Promise<void> {
  const json = (path: string, value: unknown) => writeFile(join(folder, path), `${JSON.stringify(value, null, 2)}\n`)
  for (const part of ['documents', 'records', 'pictures']) await mkdir(join(folder, part), { recursive: true })
  await json('shop.json', contents.settings)
  await json('products.json', contents.products)
  for (const [name, records] of Object.entries(contents.records)) await json(`records/${name}.json`, records)
  for (const document of contents.documents) {
    await writeFile(join(folder, 'documents', `${document.id}.md`), documentFile(document))
  }
  const square = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8"/></svg>\n'
  const pictures = new Set(contents.products.flatMap((product) => product.picture ?? []))
  for (const picture of pictures) await writeFile(join(folder, 'pictures', picture), square)
}

function documentFile({ text, ...head }: ShopDocument): string {
  return `---\n${stringify(head)}---\n\n${text}`
}
