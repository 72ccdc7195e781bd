import { boughtTogether } from './bought-together.ts'
import { cancelOrder } from './cancel-order.ts'
import { changeAddress } from './change-address.ts'
import { checkCompatibility } from './check-compatibility.ts'
import { checkStock } from './check-stock.ts'
import { compareProducts } from './compare-products.ts'
import { complaintStatus } from './complaint-status.ts'
import type { AnyTool } from './define-tool.ts'
import { fileComplaint } from './file-complaint.ts'
import { findAccessories } from './find-accessories.ts'
import { findUpgrades } from './find-upgrades.ts'
import { handOver } from './hand-over.ts'
import { listCategories } from './list-categories.ts'
import { listDocuments } from './list-documents.ts'
import { listOrders } from './list-orders.ts'
import { orderDetails } from './order-details.ts'
import { orderRecord } from './order-record.ts'
import { orderStatus } from './order-status.ts'
import { productDetails } from './product-details.ts'
import { productNeighbourhood } from './product-neighbourhood.ts'
import { productPath } from './product-path.ts'
import { readDocument } from './read-document.ts'
import { refundStatus } from './refund-status.ts'
import { returnOptions } from './return-options.ts'
import { searchDocuments } from './search-documents.ts'
import { searchProducts } from './search-products.ts'
import { shopInfo } from './shop-info.ts'
import { similarProducts } from './similar-products.ts'
import { startRefund } from './start-refund.ts'
import { trackParcel } from './track-parcel.ts'

/** Every tool there is. Where several serve one task, the first is the one that asks for what is missing. */
export const tools: readonly AnyTool[] = [
  orderStatus,
  trackParcel,
  listOrders,
  orderDetails,
  cancelOrder,
  changeAddress,
  returnOptions,
  startRefund,
  refundStatus,
  fileComplaint,
  complaintStatus,
  handOver,
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
  listDocuments,
  productNeighbourhood,
  productPath,
  orderRecord,
]
