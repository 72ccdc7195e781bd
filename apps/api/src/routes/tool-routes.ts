import type { FastifyInstance } from 'fastify'
import type { Services } from '../services.ts'
import { boughtTogether } from '../tools/bought-together.ts'
import { checkCompatibility } from '../tools/check-compatibility.ts'
import { checkStock } from '../tools/check-stock.ts'
import { compareProducts } from '../tools/compare-products.ts'
import type { AnyTool } from '../tools/define-tool.ts'
import { findAccessories } from '../tools/find-accessories.ts'
import { findUpgrades } from '../tools/find-upgrades.ts'
import { listCategories } from '../tools/list-categories.ts'
import { orderRecord } from '../tools/order-record.ts'
import { orderStatus } from '../tools/order-status.ts'
import { productDetails } from '../tools/product-details.ts'
import { productNeighbourhood } from '../tools/product-neighbourhood.ts'
import { productPath } from '../tools/product-path.ts'
import { readDocument } from '../tools/read-document.ts'
import { searchDocuments } from '../tools/search-documents.ts'
import { searchProducts } from '../tools/search-products.ts'
import { similarProducts } from '../tools/similar-products.ts'
import { trackParcel } from '../tools/track-parcel.ts'
import { toolRoute } from './tool-route.ts'

/** The tools that have a route of their own: path (its `:name`s are fields of the input), operation, tag. */
const routes: readonly (readonly [tool: AnyTool, path: string, operationId: string, tag: string])[] = [
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
  [searchDocuments, '/api/documents/search', 'searchDocuments', 'Documents'],
  [readDocument, '/api/documents/:id', 'getDocument', 'Documents'],
  [orderStatus, '/api/orders/:order_number/tracking', 'trackOrder', 'Orders'],
  [trackParcel, '/api/deliveries/:tracking_number', 'trackParcel', 'Orders'],
  [orderRecord, '/api/staff/orders/:order_number', 'getOrderRecord', 'Staff'],
]

export function registerToolRoutes(app: FastifyInstance, services: Services) {
  for (const [tool, path, operationId, tag] of routes) {
    toolRoute(app, services, tool, { path, operationId, tag })
  }
}
