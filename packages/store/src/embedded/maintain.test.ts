import { setImmediate } from 'node:timers/promises'
import { OperatorError } from '@marketplace-agent/domain'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../port.ts'
import { chainFault } from '../testing/audit-check.ts'
import { auditDraft, commitOf, newRefund } from '../testing/contract-commits.ts'
import { contractRecords } from '../testing/contract-records.ts'
import { seededRandom } from '../testing/random.ts'
import { storeOptions } from '../testing/store-options.ts'
import { testContext } from '../testing/test-context.ts'
import { type VolatileFiles, createVolatileFiles } from '../testing/volatile-files.ts'
import type { FileSystem } from './file-system.ts'
import { backupFolder, exportFolder, importRecords, readAudit, resetFolder, restoreFolder } from './maintain.ts'
import { startStore } from './start-store.ts'
import { verifyFolder } from './verify.ts'

const folder = '/store'
const options = storeOptions({ journalLimit: 4000, numbers: { complaint: 'C-#+', refund: 'R-####' } })

async function refund(store: Store, index: number): Promise<void> {
  const order = `A-${1 + (index % 3)}`
  const record = await store.orderRecord(order, testContext)
  if (record === null) throw new Error(`${order} is gone.`)
  const number = `R-${String(index).padStart(4, '0')}`
  const outcome = await store.commit(commitOf(`p-${index}`, record, [newRefund(number, order)]), testContext)
  expect(outcome).toEqual({ outcome: 'committed' })
}

async function work(files: VolatileFiles, from: number, to: number): Promise<void> {
  const store = await startStore(files, options)
  for (let index = from; index < to; index++) await refund(store, index)
  await store.audit(auditDraft({ rule: `after ${to}` }), testContext)
  await store.close()
}

const failure = (work: Promise<unknown>) =>
  work.then(
    () => new Error('It worked.'),
    (error: unknown) => error as Error,
  )

async function refunds(files: VolatileFiles): Promise<number> {
  return (await exportFolder(files, folder)).refunds.length
}

let files: VolatileFiles
beforeEach(async () => {
  files = createVolatileFiles()
  await work(files, 0, 12)
})

describe('a backup', () => {
  it('puts everything back: records, versions, commits, mail, the audit log', async () => {
    await backupFolder(files, folder, '/copies/one')
    await work(files, 12, 20)
    expect(await failure(restoreFolder(files, folder, '/copies/one', false))).toBeInstanceOf(OperatorError)
    expect(await refunds(files)).toBe(21)
    expect(await restoreFolder(files, folder, '/copies/one', true)).toEqual({ orders: 3, audit_entries: 13 })
    expect(await refunds(files)).toBe(13)
    const store = await startStore(files, options)
    expect((await store.orderRecord('A-1', testContext))?.version).toBe(5)
    expect((await store.committed('p-3', testContext))?.orders).toEqual(['A-1'])
    expect(await store.dueMail('2027-01-01T00:00:00Z', 99, testContext)).toHaveLength(12)
    expect(chainFault(await store.auditEntries(0, 99, testContext))).toBeNull()
    await refund(store, 12)
    await store.close()
    expect((await verifyFolder(files, folder)).faults).toEqual([])
  })
  it('goes into an empty folder, and over one that is damaged', async () => {
    await backupFolder(files, folder, '/copies/one')
    const other = createVolatileFiles(new Map([['/copies/one', files.contents.get('/copies/one') ?? Buffer.alloc(0)]]))
    await restoreFolder(other, folder, '/copies/one', false)
    expect(await refunds(other)).toBe(13)
    const [path] = [...other.contents.keys()].filter((path) => path.includes('snapshot'))
    other.write(path ?? '', Buffer.from('rubbish\n'))
    expect(await failure(restoreFolder(other, folder, '/copies/one', false))).toBeInstanceOf(OperatorError)
    await restoreFolder(other, folder, '/copies/one', true)
    expect(await refunds(other)).toBe(13)
  })
  it('that is damaged or none changes nothing', async () => {
    await backupFolder(files, folder, '/copies/one')
    const bytes = files.contents.get('/copies/one') ?? Buffer.alloc(0)
    files.write('/copies/cut', bytes.subarray(0, bytes.length - 30))
    files.write('/copies/flipped', Buffer.from(bytes.toString('latin1').replace('Road', 'Toad'), 'latin1'))
    files.write('/copies/text', Buffer.from('{"orders":[]}'))
    const before = await exportFolder(files, folder)
    for (const name of ['cut', 'flipped', 'text', 'absent']) {
      const error = await failure(restoreFolder(files, folder, `/copies/${name}`, true))
      expect(error).toBeInstanceOf(OperatorError)
      expect(error.message).toContain(`/copies/${name}`)
    }
    expect(await failure(restoreFolder(files, folder, '/store/snapshot-0000000001.jsonl', true))).toBeInstanceOf(Error)
    expect(await exportFolder(files, folder)).toEqual(before)
  })
  it('taken under writes is whole and has all that was acknowledged before it', async () => {
    // Between two reads of the backup the server goes on.
    const slow: FileSystem = {
      ...files,
      async read(path) {
        await setImmediate()
        return files.read(path)
      },
    }
    const store = await startStore(files, { ...options, journalLimit: 12_000 })
    let acknowledged = 12
    const writing = new AbortController()
    const writer = (async () => {
      for (let index = 12; !writing.signal.aborted; index++) {
        await refund(store, index)
        acknowledged = index + 1
      }
    })()
    for (let count = 0; count < 10; count++) {
      const atLeast = acknowledged
      const name = `/copies/${count}`
      await backupFolder(slow, folder, name)
      const copy = createVolatileFiles(new Map([[name, files.contents.get(name) ?? Buffer.alloc(0)]]))
      await restoreFolder(copy, folder, name, false)
      expect((await verifyFolder(copy, folder)).faults).toEqual([])
      const { orders, refunds: list } = await exportFolder(copy, folder)
      expect(list.length - 1).toBeGreaterThanOrEqual(atLeast)
      const opened = await startStore(copy, options)
      for (const { number } of orders) {
        const record = await opened.orderRecord(number, testContext)
        expect(record?.version).toBe(1 + (record?.refunds.filter((one) => one.number !== 'R-1').length ?? 0))
      }
      const entries = (await opened.auditEntries(0, 9999, testContext)).filter(({ event }) => event === 'committed')
      expect(entries).toHaveLength(list.length - 1)
      await opened.close()
    }
    writing.abort()
    await writer
    expect(acknowledged).toBeGreaterThan(40)
    await store.close()
  })
})

describe('an import', () => {
  it('puts what was exported in place of what is there, and says so in the audit log', async () => {
    const exported = await exportFolder(files, folder)
    const at = '2026-02-08T00:00:00Z'
    expect(await failure(importRecords(files, options, contractRecords, at, false))).toBeInstanceOf(OperatorError)
    await importRecords(files, options, contractRecords, at, true)
    expect(await refunds(files)).toBe(1)
    const store = await startStore(files, options)
    expect((await store.orderRecord('A-1', testContext))?.version).toBeGreaterThan(5)
    expect(await store.auditEntries(13, 9, testContext)).toMatchObject([{ tool: 'data import', at, sequence: 14 }])
    await store.close()
    const empty = createVolatileFiles()
    await importRecords(empty, options, exported, at, false)
    expect(await exportFolder(empty, folder)).toEqual(exported)
    expect((await verifyFolder(empty, folder)).faults).toEqual([])
  })
})

describe('a reset', () => {
  it('drops everything, with commits only when that is said', async () => {
    expect((await failure(resetFolder(files, folder, false))).message).toMatch(/--yes/)
    expect(await refunds(files)).toBe(13)
    await resetFolder(files, folder, true)
    expect([...files.contents.keys()]).toEqual([])
    expect((await failure(exportFolder(files, folder))).message).toMatch(/no records yet/)
    const store = await startStore(files, options)
    expect((await store.status(testContext)).orders).toBe(3)
    await store.close()
    await resetFolder(files, folder, false)
  })
  it('that was cut short is seen to be one', async () => {
    expect.hasAssertions()
    const [all, seeded] = [13, 0]
    const whole = files.afterCut('everything')
    await resetFolder(whole, folder, true)
    for (let operation = 1; operation < whole.operations; operation++) {
      const cut = files.afterCut('everything')
      cut.cutAt(operation)
      await failure(resetFolder(cut, folder, true))
      const left = cut.afterCut('everything')
      const started = await startStore(left, options).catch((error: unknown) => error)
      if (started instanceof OperatorError) await resetFolder(left, folder, true)
      else expect([all, seeded]).toContain((await verifyFolder(left, folder)).audit_entries)
    }
  })
})

it.each([
  ['a reset', () => resetFolder(files, folder, true)],
  ['an import', () => importRecords(files, options, contractRecords, '2026-02-08T00:00:00Z', true)],
])('%s is refused while a server runs', async (_name, work) => {
  const store = await startStore(files, options)
  expect((await failure(work())).message).toMatch(/in use/)
  await store.close()
})

it('shows the audit log of one order, or from a number on', async () => {
  const numbers = async (choice: { after: number; order: string | null }) => {
    const found: number[] = []
    for await (const { sequence } of readAudit(files, folder, choice)) found.push(sequence)
    return found
  }
  expect(await numbers({ after: 10, order: null })).toEqual([11, 12, 13])
  expect(await numbers({ after: 0, order: 'a-2' })).toEqual([2, 5, 8, 11])
})

describe('verifying', () => {
  it('finds nothing wrong where nothing is', async () => {
    expect(await verifyFolder(files, folder)).toEqual({
      faults: [],
      notes: [],
      orders: 3,
      audit_entries: 13,
      waiting_mail: 12,
    })
  })

  it('finds a flipped bit at every byte of every file, and names the file', async () => {
    const random = seededRandom(7)
    const paths = [...files.contents.keys()]
    for (const kind of ['audit', 'journal', 'snapshot']) expect(paths.some((path) => path.includes(kind))).toBe(true)
    for (const path of paths) {
      const bytes = files.contents.get(path) ?? Buffer.alloc(0)
      for (let place = Math.floor(random() * 3); place < bytes.length; place += 1 + Math.floor(random() * 5)) {
        const flipped = Buffer.from(bytes)
        flipped[place] = (flipped[place] ?? 0) ^ (1 << Math.floor(random() * 8))
        files.write(path, flipped)
        const { faults } = await verifyFolder(files, folder)
        if (!faults.some((fault) => fault.startsWith(`${path} line `) || fault.startsWith(`${path} has format`)))
          throw new Error(`${path}, byte ${place} of ${bytes.length}: ${JSON.stringify(faults)}`)
      }
      files.write(path, bytes)
    }
  })

  it('finds an archive that was cut, swapped or taken away', async () => {
    const archives = [...files.contents].filter(([path]) => path.includes('audit'))
    const [one, other] = archives
    if (one === undefined || other === undefined) throw new Error('There are too few archives.')
    const faults = async (bytes: Buffer) => {
      files.write(one[0], bytes)
      return (await verifyFolder(files, folder)).faults
    }
    const lines = one[1].toString().split('\n')
    expect(await faults(Buffer.from(`${lines.slice(0, -2).join('\n')}\n`))).toEqual([expect.stringContaining(one[0])])
    expect(await faults(Buffer.alloc(0))).toEqual([expect.stringContaining(one[0])])
    expect(await faults(other[1])).toEqual([expect.stringContaining(one[0])])
    await files.remove(one[0])
    expect((await verifyFolder(files, folder)).faults).toEqual([expect.stringContaining(one[0])])
  })

  it('finds what refers to what is not there', async () => {
    const records = structuredClone(contractRecords)
    const [complaint] = records.complaints
    const [refund] = records.refunds
    if (complaint === undefined || refund === undefined) throw new Error('The records lack them.')
    complaint.product_id = 99
    records.refunds.push({ ...refund, order: 'A-2', items: [{ product_id: 98, quantity: 1 }] })
    const other = createVolatileFiles()
    await (await startStore(other, { ...options, records })).close()
    expect((await verifyFolder(other, folder)).faults).toEqual([
      expect.stringContaining('product 99'),
      expect.stringContaining('product 98'),
      expect.stringContaining('refund R-1 is there twice'),
    ])
  })
})
