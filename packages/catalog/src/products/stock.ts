import type { ProductRecord } from '@marketplace-agent/domain'

/** Whether a product can be bought now. */
export const isInStock = (record: ProductRecord): boolean => record.in_stock ?? record.quantity > 0
