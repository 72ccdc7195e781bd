import { createMemoryStore } from './memory-store.ts'
import type { Store } from './port.ts'
import { type SeedOptions, seedRecords } from './seed.ts'

export type StoreOptions = SeedOptions

/** The store of a state folder, seeded from the shop's records the first time. Throws OperatorError. */
export const openStore = async (options: StoreOptions): Promise<Store> => createMemoryStore(await seedRecords(options))
