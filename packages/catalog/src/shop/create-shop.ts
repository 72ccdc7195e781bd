import {
  type ProductRecord,
  type ShopDocument,
  type ShopRecords,
  type ShopSettings,
  createFormat,
} from '@marketplace-agent/domain'
import { createCatalog } from '../catalog.ts'
import { createNumberReader } from '../numbers/number-reader.ts'
import type { Shop } from '../types.ts'
import { fillDocument } from './placeholders.ts'

/** What a shop's folder holds. `documents` as written: with their placeholders. */
export interface ShopContents {
  readonly settings: ShopSettings
  readonly products: readonly ProductRecord[]
  readonly documents: readonly ShopDocument[]
  readonly records: ShopRecords
  readonly picturesFolder?: string | null
}

/** Makes the snapshot from contents that were checked before (see `checkContents`). */
export function createShop(contents: ShopContents): Shop {
  const { settings, products, records } = contents
  const format = createFormat(settings)
  const catalog = createCatalog(settings, products, format)
  const documents = contents.documents.map((document) =>
    fillDocument(document, {
      settings,
      format,
      product: document.product === undefined ? undefined : catalog.get(document.product),
    }),
  )
  const { order, tracking, complaint, refund } = settings.numbers
  const numbers = {
    order: createNumberReader(order),
    tracking: createNumberReader(tracking),
    complaint: createNumberReader(complaint),
    refund: createNumberReader(refund),
  }
  return { settings, catalog, documents, records, format, numbers, picturesFolder: contents.picturesFolder ?? null }
}
