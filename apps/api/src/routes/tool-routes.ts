import type { FastifyInstance } from 'fastify'
import type { Services } from '../services.ts'
import { boughtTogether } from '../tools/bought-together.ts'
import { cancelOrder } from '../tools/cancel-order.ts'
import { changeAddress } from '../tools/change-address.ts'
import { checkCompatibility } from '../tools/check-compatibility.ts'
import { checkStock } from '../tools/check-stock.ts'
import { compareProducts } from '../tools/compare-products.ts'
import { complaintStatus } from '../tools/complaint-status.ts'
import type { AnyTool } from '../tools/define-tool.ts'
import { fileComplaint } from '../tools/file-complaint.ts'
import { findAccessories } from '../tools/find-accessories.ts'
import { findUpgrades } from '../tools/find-upgrades.ts'
import { handOver } from '../tools/hand-over.ts'
import { listCategories } from '../tools/list-categories.ts'
import { listDocuments } from '../tools/list-documents.ts'
import { listOrders } from '../tools/list-orders.ts'
import { orderDetails } from '../tools/order-details.ts'
import { orderRecord } from '../tools/order-record.ts'
import { orderStatus } from '../tools/order-status.ts'
import { productDetails } from '../tools/product-details.ts'
import { productNeighbourhood } from '../tools/product-neighbourhood.ts'
import { productPath } from '../tools/product-path.ts'
import { readDocument } from '../tools/read-document.ts'
import { refundStatus } from '../tools/refund-status.ts'
import { returnOptions } from '../tools/return-options.ts'
import { searchDocuments } from '../tools/search-documents.ts'
import { searchProducts } from '../tools/search-products.ts'
import { similarProducts } from '../tools/similar-products.ts'
import { startRefund } from '../tools/start-refund.ts'
import { trackParcel } from '../tools/track-parcel.ts'
import { toolRoute } from './tool-route.ts'

/** The tools that have a route of their own: path (its `:name`s are fields of the input), operation, tag, method. */
const routes: readonly (readonly [tool: AnyTool, path: string, operationId: string, tag: string, method?: 'POST'])[] = [
  [searchProducts, '/api/products', 'searchProducts', 'Products'],
  [compareProducts, '/api/products/compare', 'compareProducts', 'Products'],
  [checkStock, '/api/products/stock', 'checkStock', 'Products'],
  [productDetails, '/api/products/:id', 'getProduct', 'Products'],
  [findAccessories, '/api/products/:id/accessories', 'findAccessories', 'Products'],
  [checkCompatibility, '/api/products/:id/compatibility', 'checkCompatibility', 'Products'],
  [similarProducts, '/api/products/:id/similar', 'findSimilarProducts', 'Products'],
  [findUpgrades, '/api/products/:id/upgrades', 'findUpgrades', 'Products'],
  [boughtTogether, '/api/products/:id/bought-together', 'findBoughtTogether', 'Products'],
  [listCategories, '/api/categories', 'listCategories', 'Products'],
  [productNeighbourhood, '/api/graph', 'getGraph', 'Graph'],
  [productPath, '/api/graph/path', 'findPath', 'Graph'],
  [listDocuments, '/api/documents', 'listDocuments', 'Documents'],
  [searchDocuments, '/api/documents/search', 'searchDocuments', 'Documents'],
  [readDocument, '/api/documents/:id', 'getDocument', 'Documents'],
  [orderStatus, '/api/orders/:order_number/tracking', 'trackOrder', 'Orders'],
  [trackParcel, '/api/deliveries/:tracking_number', 'trackParcel', 'Orders'],
  [listOrders, '/api/orders', 'listOrders', 'Orders'],
  [orderDetails, '/api/orders/:order_number', 'getOrder', 'Orders'],
  [returnOptions, '/api/orders/:order_number/return-options', 'getReturnOptions', 'Orders'],
  [cancelOrder, '/api/orders/:order_number/cancellation', 'cancelOrder', 'Orders', 'POST'],
  [changeAddress, '/api/orders/:order_number/address', 'changeAddress', 'Orders', 'POST'],
  [startRefund, '/api/refunds', 'startRefund', 'Refunds', 'POST'],
  [refundStatus, '/api/refunds', 'findRefunds', 'Refunds'],
  [refundStatus, '/api/refunds/:refund_number', 'getRefund', 'Refunds'],
  [fileComplaint, '/api/complaints', 'fileComplaint', 'Complaints', 'POST'],
  [complaintStatus, '/api/complaints', 'findComplaints', 'Complaints'],
  [complaintStatus, '/api/complaints/:complaint_number', 'getComplaint', 'Complaints'],
  [handOver, '/api/handovers', 'handOver', 'Handovers', 'POST'],
  [orderRecord, '/api/staff/orders/:order_number', 'getOrderRecord', 'Staff'],
]

export function registerToolRoutes(app: FastifyInstance, services: Services) {
  for (const [tool, path, operationId, tag, method = 'GET'] of routes) {
    toolRoute(app, services, tool, { path, operationId, tag, method })
  }
}
