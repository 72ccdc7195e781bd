import type { StoreOptions } from '../embedded/start-store.ts'
import { contractNumbers } from './contract-commits.ts'
import { contractRecords } from './contract-records.ts'
import { testContext } from './test-context.ts'

/** What a store of the contract's records is opened with. */
export const storeOptions = (change: Partial<StoreOptions> = {}): StoreOptions => ({
  folder: '/store',
  shop: 'Test shop',
  records: contractRecords,
  anchorDate: null,
  today: '2026-02-05',
  datesAsWritten: true,
  numbers: contractNumbers,
  log: testContext.log,
  ...change,
})
