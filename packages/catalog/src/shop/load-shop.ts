import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type Complaint,
  type Delivery,
  type DocumentHead,
  OperatorError,
  type Order,
  type ProductRecord,
  type Refund,
  type ShopDocument,
  type ShopSettings,
} from '@marketplace-agent/domain'
import type { TSchema } from '@sinclair/typebox'
import type { TypeCheck } from '@sinclair/typebox/compiler'
import type { Shop } from '../types.ts'
import { checkComplaints, checkRefunds } from './check-claims.ts'
import { checkDocuments } from './check-documents.ts'
import { checkDeliveries, checkOrders } from './check-orders.ts'
import { checkProducts } from './check-products.ts'
import { checkSettings } from './check-settings.ts'
import { hasShape, shapes } from './check-shape.ts'
import { type ShopContents, createShop } from './create-shop.ts'
import { type Fault, faultLine, noteIn } from './fault.ts'
import { createMoney } from './money.ts'
import { type ReadFolder, readFolder, recordFiles } from './read-folder.ts'

/**
 * Reads and checks a shop's folder. `shop` is null where there are faults. First what can't be read, then what has not
 * the shape it should, then what does not agree: one fault is not told again as what follows from it.
 */
export async function checkShop(folder: string): Promise<{ shop: Shop | null; faults: Fault[] }> {
  const failed = (...faults: Fault[]) => ({ shop: null, faults })
  if (!(await isFolder(folder))) {
    return failed({
      file: '',
      record: null,
      field: null,
      message: `there is no folder ${folder}; name a shop's folder`,
    })
  }
  const { read, faults } = await readFolder(folder)
  if (faults.length > 0) return failed(...faults)
  const misshapen = checkShapes(read)
  if (misshapen.length > 0) return failed(...misshapen)
  const contents = contentsOf(read, folder)
  const inconsistent = checkContents(contents, read)
  return inconsistent.length > 0 ? failed(...inconsistent) : { shop: createShop(contents), faults: [] }
}

const mostShown = 8

/** Reads and checks a shop's folder. Throws an OperatorError that names the first faults and how many more there are. */
export async function loadShop(folder: string): Promise<Shop> {
  const { shop, faults } = await checkShop(folder)
  if (shop !== null) return shop
  const lines = faults.slice(0, mostShown).map(faultLine)
  const more = faults.length - lines.length
  if (more > 0) lines.push(`and ${more} more`)
  const list = lines.length === 1 ? ` ${lines[0]}` : `\n  ${lines.join('\n  ')}`
  throw new OperatorError(`The shop in ${folder} can't be used:${list}`)
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch {
    return false
  }
}

function checkShapes(read: ReadFolder): Fault[] {
  const faults: Fault[] = []
  hasShape(shapes.settings, read.settings, noteIn(faults, 'shop.json', null))
  checkEach('products.json', read.products, shapes.product, productName, faults)
  for (const name of recordFiles)
    checkEach(`records/${name}.json`, read.records[name], shapes[name], recordName, faults)
  for (const { file, head } of read.documents) hasShape(shapes.document, head, noteIn(faults, file, null))
  return faults
}

/** What a record is called in a fault, as far as it has what it is called by. */
type NameOf = (record: Readonly<Record<string, unknown>>) => string | null

const productName: NameOf = ({ id }) => (typeof id === 'number' ? `product ${id}` : null)

const recordName: NameOf = ({ number, tracking_number: tracking }) =>
  [number, tracking].find((one) => typeof one === 'string') ?? null

function checkEach(file: string, records: unknown, shape: TypeCheck<TSchema>, nameOf: NameOf, faults: Fault[]) {
  if (!Array.isArray(records)) {
    faults.push({ file, record: null, field: null, message: 'is not an array; write [ … ] around its records' })
    return
  }
  records.forEach((record: unknown, index) => {
    const fields = typeof record === 'object' && record !== null ? (record as Record<string, unknown>) : {}
    hasShape(shape, record, noteIn(faults, file, nameOf(fields) ?? `record ${index + 1}`))
  })
}

/** What was read, once its shapes are known to be right. */
const contentsOf = (
  { settings, products, records, documents, pictures }: ReadFolder,
  folder: string,
): ShopContents => ({
  settings: settings as ShopSettings,
  products: products as ProductRecord[],
  documents: documents.map(({ head, text }): ShopDocument => ({ ...(head as DocumentHead), text })),
  records: {
    orders: records.orders as Order[],
    deliveries: records.deliveries as Delivery[],
    complaints: records.complaints as Complaint[],
    refunds: records.refunds as Refund[],
  },
  picturesFolder: pictures === null ? null : join(folder, 'pictures'),
})

function checkContents(contents: ShopContents, read: ReadFolder): Fault[] {
  const { settings, products, documents, records } = contents
  const faults = checkSettings(settings)
  // All that follows counts in the shop's currency and writes in its locale.
  if (faults.length > 0) return faults
  const scope = {
    settings,
    products: new Map(products.map((product) => [product.id, product])),
    orders: new Map(records.orders.map((order) => [order.number, order])),
    money: createMoney(settings.currency),
  }
  const files = read.documents.map(({ file }) => file)
  return [
    ...checkProducts(settings, products, read.pictures, scope.money),
    ...checkDocuments(documents, files, settings, scope.products),
    ...checkOrders(records.orders, records.deliveries, scope),
    ...checkDeliveries(records.deliveries, scope),
    ...checkComplaints(records.complaints, scope),
    ...checkRefunds(records.refunds, scope),
  ]
}
