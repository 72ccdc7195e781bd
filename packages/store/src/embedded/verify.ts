import { OperatorError, type OrderRecord } from '@marketplace-agent/domain'
import { walkAudit } from './archive.ts'
import type { FileSystem } from './file-system.ts'
import { readFolder } from './read-folder.ts'
import { keyOf } from './record-index.ts'
import type { Recovered } from './recover.ts'

export interface Verification {
  /** One line each: what is wrong, and where. */
  readonly faults: readonly string[]
  /** What isn't wrong but worth a line. */
  readonly notes: readonly string[]
  readonly orders: number
  readonly audit_entries: number
  readonly waiting_mail: number
}

/** What doesn't agree inside one order's record. */
function* recordFaults({ order, complaints, refunds }: OrderRecord): Generator<string> {
  const bought = new Set(order.items.map((item) => item.product_id))
  for (const { number, product_id: product } of complaints) {
    if (product !== undefined && !bought.has(product))
      yield `complaint ${number} is about product ${product}, which order ${order.number} doesn't have`
  }
  for (const { number, items } of refunds) {
    for (const { product_id: product } of items)
      if (!bought.has(product))
        yield `refund ${number} has product ${product}, which order ${order.number} doesn't have`
  }
}

function* doubleNumbers(records: readonly OrderRecord[]): Generator<string> {
  const seen = new Set<string>()
  for (const { deliveries, complaints, refunds } of records) {
    const names = [
      ...deliveries.map((delivery) => `delivery ${delivery.tracking_number}`),
      ...complaints.map((complaint) => `complaint ${complaint.number}`),
      ...refunds.map((refund) => `refund ${refund.number}`),
    ]
    for (const name of names) {
      if (seen.has(keyOf(name))) yield `${name} is there twice`
      seen.add(keyOf(name))
    }
  }
}

const nothing = { orders: 0, audit_entries: 0, waiting_mail: 0 }

async function recovered(files: FileSystem, folder: string): Promise<Recovered | string> {
  try {
    return await readFolder(files, folder)
  } catch (error) {
    if (error instanceof OperatorError) return error.message
    throw error
  }
}

/** Reads all of a folder and checks every line, the chain of the audit log and what refers to what. Changes nothing. */
export async function verifyFolder(files: FileSystem, folder: string): Promise<Verification> {
  const found = await recovered(files, folder)
  if (typeof found === 'string') return { faults: [found], notes: [], ...nothing }
  const { state, torn } = found
  const faults: string[] = []
  const notes: string[] = []
  if (torn !== null) {
    const line = `${torn.path} line ${torn.line} is unfinished`
    if (torn.blank) faults.push(`${line}: bytes of it are missing; a start drops it`)
    else notes.push(`${line}: it is being written, or a crash cut it off before it was acknowledged`)
  }
  let entries = 0
  for await (const { length } of walkAudit(files, folder, state, (fault) => faults.push(fault)))
    entries += length > 0 ? 1 : 0
  const records = state.records.all()
  for (const record of records) faults.push(...recordFaults(record))
  faults.push(...doubleNumbers(records))
  return { faults, notes, orders: records.length, audit_entries: entries, waiting_mail: state.mail.size }
}
