import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Fault, checkShop, loadShop } from '@marketplace-agent/catalog'
import { OperatorError, type ShopRecords } from '@marketplace-agent/domain'
import type { Maintenance } from '@marketplace-agent/store'
import { createClock } from '../clock.ts'
import type { Config } from '../config.ts'
import { tellFaults } from './data-faults.ts'

const kinds = ['orders', 'deliveries', 'complaints', 'refunds'] as const

async function readRecords(file: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>
  } catch (error) {
    throw new OperatorError(
      `${file} can't be read as records (${(error as Error).message}); name a file that "npm run data -- export" wrote.`,
    )
  }
}

/** What is wrong with records, found as in a shop's folder: in one that has them in place of its own. */
async function faultsOf(shopFolder: string, records: Readonly<Record<string, unknown>>): Promise<Fault[]> {
  const folder = await mkdtemp(join(tmpdir(), 'import-'))
  try {
    for (const name of await readdir(shopFolder)) {
      if (name !== 'records') await symlink(join(shopFolder, name), join(folder, name))
    }
    await mkdir(join(folder, 'records'))
    for (const kind of kinds) await writeFile(join(folder, 'records', `${kind}.json`), JSON.stringify(records[kind]))
    return (await checkShop(folder)).faults
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Puts the records of an export in place of those in the state folder, once nothing is wrong with them. */
export async function importFile(config: Config, state: Maintenance, file: string, sure: boolean): Promise<number> {
  const records = await readRecords(file)
  const absent = kinds.find((kind) => !Array.isArray(records?.[kind]))
  if (absent !== undefined)
    throw new OperatorError(`${file} has no list "${absent}"; name a file that "npm run data -- export" wrote.`)
  const shop = await loadShop(config.shopFolder)
  const faults = await faultsOf(config.shopFolder, records)
  if (faults.length > 0) return tellFaults(faults, file)
  const { settings, format } = shop
  const now = createClock(config.shopClock).now()
  const options = {
    folder: '',
    shop: settings.name,
    records: shop.records,
    anchorDate: settings.anchor_date ?? null,
    today: format.day(now),
    datesAsWritten: config.shopClock !== null,
    numbers: settings.numbers,
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
  }
  const counts = await state.import(options, records as unknown as ShopRecords, now.toISOString(), sure)
  process.stdout.write(`${counts.orders} orders imported from ${file}\n`)
  return 0
}
