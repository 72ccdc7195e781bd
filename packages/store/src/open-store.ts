import { disk } from './embedded/disk.ts'
import { type StoreOptions, startStore } from './embedded/start-store.ts'
import type { Store } from './port.ts'

export type { StoreOptions } from './embedded/start-store.ts'

/**
 * The store of a folder: seeded from the shop's records the first time, locked against other processes until it is closed.
 * Throws OperatorError.
 */
export const openStore = (options: StoreOptions): Promise<Store> => startStore(disk, options)
