import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Log, OperatorError, type ShopRecords } from '@marketplace-agent/domain'
import { daysBetween, shiftRecords } from './shift-dates.ts'

const format = 1

/** The state folder's file of records: the shop's records as they were seeded, with what they were seeded from. */
interface StateFile {
  readonly format: number
  /** SHA-256 of the records as the shop's folder has them. */
  readonly source: string
  readonly as_written: boolean
  readonly shift_days: number
  readonly records: ShopRecords
}

export interface SeedOptions {
  readonly folder: string
  readonly records: ShopRecords
  /** The day the records were written around (null: their dates are true), and the day it is in the shop's time zone. */
  readonly anchorDate: string | null
  readonly today: string
  /** True where the shop's clock is set by hand: dates stay as they were written. */
  readonly datesAsWritten: boolean
  readonly log: Log
}

async function readState(path: string): Promise<StateFile | null> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new OperatorError(`${path} can't be read (${(error as Error).message}); give this user the right to it.`)
  }
  try {
    const state = JSON.parse(text) as StateFile
    if (state.format !== format) throw new Error(`format ${state.format} instead of ${format}`)
    return state
  } catch (error) {
    throw new OperatorError(
      `${path} is damaged (${(error as Error).message}); restore it, or delete it to seed it again from the shop's folder.`,
    )
  }
}

/**
 * The records of the state folder; the first time, those of the shop's folder with their dates moved to today.
 * Seeded again when the shop's records, or the way dates are taken, have changed.
 */
export async function seedRecords(options: SeedOptions): Promise<ShopRecords> {
  const path = join(options.folder, 'records.json')
  const source = createHash('sha256').update(JSON.stringify(options.records)).digest('hex')
  const asWritten = options.datesAsWritten || options.anchorDate === null
  const present = await readState(path)
  if (present !== null && present.source === source && present.as_written === asWritten) {
    return present.records
  }
  const { anchorDate, today } = options
  const shiftDays = asWritten || anchorDate === null ? 0 : daysBetween(anchorDate, today)
  const records = shiftRecords(options.records, shiftDays)
  const state: StateFile = { format, source, as_written: asWritten, shift_days: shiftDays, records }
  const temporary = `${path}.${process.pid}.tmp`
  try {
    await mkdir(options.folder, { recursive: true })
    await writeFile(temporary, JSON.stringify(state))
    await rename(temporary, path)
  } catch (error) {
    throw new OperatorError(
      `${options.folder} can't be written (${(error as Error).message}); give this user the right to it or set STATE_DIR to another folder.`,
    )
  }
  options.log.info({ orders: records.orders.length, shift_days: shiftDays }, 'records seeded from the shop folder')
  return records
}
