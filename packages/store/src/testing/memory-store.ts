import type { ShopRecords } from '@marketplace-agent/domain'
import { startStore } from '../embedded/start-store.ts'
import type { NumberedRecord, Store } from '../port.ts'
import { storeOptions } from './store-options.ts'
import { createVolatileFiles } from './volatile-files.ts'

/** A store that no disk has, for tests: the same code over files in memory. */
export const openMemoryStore = (
  records: ShopRecords,
  numbers: Readonly<Record<NumberedRecord, string>>,
): Promise<Store> => startStore(createVolatileFiles(), storeOptions({ records, numbers }))
