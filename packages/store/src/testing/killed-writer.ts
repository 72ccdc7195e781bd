import { writeSync } from 'node:fs'
import { disk } from '../embedded/disk.ts'
import type { FileSystem } from '../embedded/file-system.ts'
import { startStore } from '../embedded/start-store.ts'
import { commitOf, newRefund } from './contract-commits.ts'
import { seededRandom } from './random.ts'
import { storeOptions } from './store-options.ts'
import { testContext } from './test-context.ts'

/**
 * A process to be killed: `node killed-writer.ts FOLDER SEED FIRST`. It prints a line at each operation on a file that
 * a compaction does, and `ack PROPOSAL NUMBER ORDER` when a commit is acknowledged; numbers go up from FIRST.
 */
const [folder = '', seed = '', first = ''] = process.argv.slice(2)
const say = (line: string) => writeSync(1, `${line}\n`)

const told: FileSystem = {
  ...disk,
  create: (path) => (say('create'), disk.create(path)),
  rename: (from, to) => (say('rename'), disk.rename(from, to)),
  remove: (path) => (say('remove'), disk.remove(path)),
  syncFolder: (path) => (say('sync folder'), disk.syncFolder(path)),
}

const random = seededRandom(Number(seed))
const numbers = { complaint: 'C-#+', refund: 'R-########' }
const store = await startStore(
  told,
  storeOptions({ folder, numbers, journalLimit: 8000 + Math.floor(random() * 20_000) }),
)
say('open')

let next = Number(first)
async function write(order: string): Promise<never> {
  for (;;) {
    const number = `R-${String((next += 1)).padStart(8, '0')}`
    const proposal = `p-${number}`
    const record = await store.orderRecord(order, testContext)
    if (record === null) throw new Error(`${order} is gone.`)
    const { outcome } = await store.commit(commitOf(proposal, record, [newRefund(number, order)]), testContext)
    if (outcome !== 'committed') throw new Error(`${proposal} came to ${outcome}.`)
    say(`ack ${proposal} ${number} ${order}`)
    const [letter] = await store.dueMail('2030-01-01T00:00:00Z', 1, testContext)
    if (letter !== undefined) await store.mailDelivered(letter.id, testContext)
  }
}
await Promise.all(['A-1', 'A-2', 'A-3'].map(write))
