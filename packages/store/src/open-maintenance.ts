import type { AuditEntry, ShopRecords } from '@marketplace-agent/domain'
import { disk } from './embedded/disk.ts'
import * as maintain from './embedded/maintain.ts'
import type { StoreOptions } from './embedded/start-store.ts'
import { type Verification, verifyFolder } from './embedded/verify.ts'

export type { Counts } from './embedded/maintain.ts'
export type { Verification } from './embedded/verify.ts'

/**
 * What an operator does to the store's folder of a shop. Reset, restore and import need it for themselves; the others
 * work beside a running server. Each throws OperatorError.
 */
export interface Maintenance {
  /** With commits in it only when `sure`, as for `restore` and `import`. */
  reset(sure: boolean): Promise<void>
  /** The records as they are, in the shape of a shop's folder. */
  export(): Promise<ShopRecords>
  /** Puts checked records in place of all that are there. `at`: the shop's time, ISO 8601. */
  import(options: StoreOptions, records: ShopRecords, at: string, sure: boolean): Promise<maintain.Counts>
  /** Everything of one moment, the audit log included, to one file. */
  backup(file: string): Promise<maintain.Counts>
  restore(file: string, sure: boolean): Promise<maintain.Counts>
  verify(): Promise<Verification>
  /** The audit entries behind a sequence number, of one order or all, oldest first. */
  audit(choice: { readonly after: number; readonly order: string | null }): AsyncIterable<AuditEntry>
}

/** Opens nothing and locks nothing until it is asked to do something. */
export const createMaintenance = (folder: string): Maintenance => ({
  reset: (sure) => maintain.resetFolder(disk, folder, sure),
  export: () => maintain.exportFolder(disk, folder),
  import: (options, records, at, sure) => maintain.importRecords(disk, { ...options, folder }, records, at, sure),
  backup: (file) => maintain.backupFolder(disk, folder, file),
  restore: (file, sure) => maintain.restoreFolder(disk, folder, file, sure),
  verify: () => verifyFolder(disk, folder),
  audit: (choice) => maintain.readAudit(disk, folder, choice),
})
