import { boughtTogether } from './bought-together.ts'
import { checkCompatibility } from './check-compatibility.ts'
import { checkStock } from './check-stock.ts'
import { compareProducts } from './compare-products.ts'
import type { AnyTool } from './define-tool.ts'
import { findAccessories } from './find-accessories.ts'
import { findUpgrades } from './find-upgrades.ts'
import { listCategories } from './list-categories.ts'
import { orderRecord } from './order-record.ts'
import { orderStatus } from './order-status.ts'
import { productDetails } from './product-details.ts'
import { productNeighbourhood } from './product-neighbourhood.ts'
import { productPath } from './product-path.ts'
import { readDocument } from './read-document.ts'
import { searchDocuments } from './search-documents.ts'
import { searchProducts } from './search-products.ts'
import { shopInfo } from './shop-info.ts'
import { similarProducts } from './similar-products.ts'
import { trackParcel } from './track-parcel.ts'

/** Every tool there is. Where several serve one task, the first is the one that asks for what is missing. */
export const tools: readonly AnyTool[] = [
  orderStatus,
  trackParcel,
  searchProducts,
  productDetails,
  checkStock,
  compareProducts,
  findAccessories,
  checkCompatibility,
  findUpgrades,
  similarProducts,
  boughtTogether,
  listCategories,
  shopInfo,
  searchDocuments,
  readDocument,
  productNeighbourhood,
  productPath,
  orderRecord,
]
