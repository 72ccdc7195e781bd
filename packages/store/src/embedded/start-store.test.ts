import { createHash } from 'node:crypto'
import { OperatorError, type ShopRecords } from '@marketplace-agent/domain'
import { describe, expect, it } from 'vitest'
import type { Store } from '../port.ts'
import { capturedLog } from '../testing/captured-log.ts'
import { auditDraft, commitOf, newRefund } from '../testing/contract-commits.ts'
import { contractRecords } from '../testing/contract-records.ts'
import { storeOptions } from '../testing/store-options.ts'
import { testContext } from '../testing/test-context.ts'
import { type VolatileFiles, createVolatileFiles } from '../testing/volatile-files.ts'
import { type StoreOptions, startStore } from './start-store.ts'

const moving: Partial<StoreOptions> = { anchorDate: '2026-02-05', today: '2026-03-07', datesAsWritten: false }
const fewer: ShopRecords = { ...contractRecords, orders: contractRecords.orders.slice(0, 2) }

async function using<T>(
  files: VolatileFiles,
  change: Partial<StoreOptions>,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const store = await startStore(files, storeOptions(change))
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

const orders = async (store: Store) => (await store.status(testContext)).orders
const placed = async (store: Store) => (await store.order('A-1', testContext))?.placed_at

async function refund(store: Store, number: string, at = '2026-02-06T10:00:00Z'): Promise<void> {
  const record = await store.orderRecord('A-1', testContext)
  if (record === null) throw new Error('A-1 is gone.')
  const outcome = await store.commit(commitOf(`p-${number}`, record, [newRefund(number, 'A-1')], { at }), testContext)
  expect(outcome).toEqual({ outcome: 'committed' })
}

const failure = (files: VolatileFiles, change: Partial<StoreOptions> = {}) =>
  startStore(files, storeOptions(change)).then(
    () => new Error('It started.'),
    (error: unknown) => error as Error,
  )

/** The one file of a kind, and a change of its text. */
function edit(files: VolatileFiles, name: RegExp, change: (text: string) => string) {
  const [path, bytes] = [...files.contents].find(([path]) => name.test(path)) ?? []
  if (path === undefined || bytes === undefined) throw new Error('There is no such file.')
  files.write(path, Buffer.from(change(bytes.toString('latin1')), 'latin1'))
  return path
}

describe('seeding', () => {
  it('moves every date by the days from the anchor to today', async () => {
    await using(createVolatileFiles(), moving, async (store) => {
      expect(await store.order('A-1', testContext)).toMatchObject({
        placed_at: '2026-03-03T10:00:00Z',
        expected_date: '2026-03-06',
        delivered_at: '2026-03-06T10:00:00Z',
      })
      expect((await store.delivery('T1', testContext))?.events[0]?.at).toBe('2026-03-04T10:00:00Z')
      expect((await store.complaint('C-1', testContext))?.created_at).toBe('2026-03-06T11:00:00Z')
      expect((await store.refund('R-1', testContext))?.updated_at).toBe('2026-03-07T12:00:00Z')
    })
  })
  it('moves them once: the next day the same records are there', async () => {
    const files = createVolatileFiles()
    const first = await using(files, moving, placed)
    expect(await using(files, { ...moving, today: '2026-03-08' }, placed)).toBe(first)
  })
  it('leaves dates as written where the clock is set by hand, also after a start without', async () => {
    const files = createVolatileFiles()
    await using(files, moving, placed)
    expect(await using(files, { ...moving, datesAsWritten: true }, placed)).toBe('2026-02-01T10:00:00Z')
  })
  it('leaves true dates alone: those of a shop without an anchor day', async () => {
    const change = { ...moving, anchorDate: null }
    expect(await using(createVolatileFiles(), change, placed)).toBe('2026-02-01T10:00:00Z')
  })
  it('comes again when the records or the shop have changed and nothing was committed; audit entries stay', async () => {
    const files = createVolatileFiles()
    await using(files, {}, (store) => store.audit(auditDraft(), testContext))
    expect(await using(files, { records: fewer, shop: 'Other' }, orders)).toBe(2)
    const entries = await using(files, { records: fewer, shop: 'Other' }, (store) =>
      store.auditEntries(0, 9, testContext),
    )
    expect(entries).toHaveLength(1)
  })
})

describe('a state with commits', () => {
  const committed = async (change: Partial<StoreOptions> = {}) => {
    const files = createVolatileFiles()
    await using(files, change, (store) => refund(store, 'R-02'))
    return files
  }

  it('is kept when the records of its shop have changed, which is said once', async () => {
    const files = await committed()
    const { log, lines } = capturedLog()
    expect(await using(files, { records: fewer, log }, orders)).toBe(3)
    expect(lines).toEqual([expect.stringContaining('warn ')])
    expect(await using(files, { records: fewer, log }, orders)).toBe(3)
    expect(lines).toHaveLength(1)
  })
  it('is not opened for another shop', async () => {
    const files = await committed()
    const error = await failure(files, { records: fewer, shop: 'Other' })
    expect(error).toBeInstanceOf(OperatorError)
    expect(error.message).toMatch(/Test shop.*Other.*STATE_DIR.*reset/)
    expect(await using(files, {}, orders)).toBe(3)
  })
  it('is kept when the shop has a new name, or its clock is set', async () => {
    const files = await committed(moving)
    expect(await using(files, { ...moving, shop: 'New name' }, orders)).toBe(3)
    expect(await using(files, { ...moving, datesAsWritten: true }, placed)).toBe('2026-03-03T10:00:00Z')
  })
  it('has its versions, commits, mail and chain after a restart', async () => {
    const files = await committed({ journalLimit: 1 })
    await using(files, {}, async (store) => {
      expect((await store.orderRecord('A-1', testContext))?.version).toBe(2)
      expect((await store.committed('p-R-02', testContext))?.orders).toEqual(['A-1'])
      expect(await store.dueMail('2026-02-07T00:00:00Z', 9, testContext)).toHaveLength(1)
      expect(await store.auditEntries(0, 9, testContext)).toMatchObject([{ sequence: 1, event: 'committed' }])
      await refund(store, 'R-03')
      expect(await store.auditEntries(1, 9, testContext)).toMatchObject([{ sequence: 2 }])
    })
  })
  it('remembers a commit for a day, and forgets it when it is compacted after that', async () => {
    const files = createVolatileFiles()
    const compacting = { journalLimit: 1 }
    await using(files, compacting, (store) => refund(store, 'R-02', '2026-02-06T10:00:00Z'))
    await using(files, compacting, (store) => refund(store, 'R-03', '2026-02-07T10:00:00Z'))
    expect(await using(files, compacting, (store) => store.committed('p-R-02', testContext))).not.toBeNull()
    await using(files, compacting, (store) => refund(store, 'R-04', '2026-02-07T10:00:01Z'))
    await using(files, compacting, async (store) => {
      expect(await store.committed('p-R-02', testContext)).toBeNull()
      expect(await store.committed('p-R-03', testContext)).not.toBeNull()
      expect(await store.refund('R-02', testContext)).not.toBeNull()
    })
  })
})

describe('formats', () => {
  const source = createHash('sha256').update(JSON.stringify(contractRecords)).digest('hex')
  const old = { format: 1, source, as_written: false, shift_days: 30, records: fewer }
  const oldFiles = (text: string) => createVolatileFiles(new Map([['/store/records.json', Buffer.from(text)]]))

  it('upgrades format 1 with its records', async () => {
    const files = oldFiles(JSON.stringify(old))
    expect(await using(files, moving, orders)).toBe(2)
    expect([...files.contents.keys()].toSorted()).toEqual([
      '/store/journal-0000000001.jsonl',
      '/store/snapshot-0000000001.jsonl',
    ])
    await using(files, moving, (store) => refund(store, 'R-02'))
    expect(await using(files, moving, orders)).toBe(2)
  })
  it('seeds over a format 1 whose shop has changed, as format 1 did', async () => {
    expect(await using(oldFiles(JSON.stringify({ ...old, source: 'other' })), moving, orders)).toBe(3)
  })
  it('upgrades format 1 once, wherever the power goes', async () => {
    const whole = oldFiles(JSON.stringify(old))
    await using(whole, moving, orders)
    for (let operation = 1; operation <= whole.operations; operation++) {
      const files = oldFiles(JSON.stringify(old))
      files.cutAt(operation)
      await failure(files, moving)
      expect(
        await using(
          files.afterCut('some', () => (operation % 3) / 3),
          moving,
          orders,
        ),
      ).toBe(2)
    }
  })
  it.each(['{"format":1,', '{"format":7}'])('names a format 1 file of %j and leaves it alone', async (text) => {
    const files = oldFiles(text)
    const error = await failure(files)
    expect(error).toBeInstanceOf(OperatorError)
    expect(error.message).toContain('/store/records.json')
    expect(files.contents.get('/store/records.json')?.toString()).toBe(text)
  })
  it('says of a newer format what to do, and leaves it alone', async () => {
    const files = createVolatileFiles()
    await using(files, {}, orders)
    const { encodeLine } = await import('./lines.ts')
    const path = edit(files, /snapshot/, () => encodeLine('{"format":3}') + encodeLine('{"end":true}'))
    const error = await failure(files)
    expect(error).toBeInstanceOf(OperatorError)
    expect(error.message).toContain(`${path} has format 3`)
  })
})

describe('damage', () => {
  async function withThreeLines() {
    const files = createVolatileFiles()
    await using(files, {}, async (store) => {
      for (const number of ['R-02', 'R-03', 'R-04']) await refund(store, number)
    })
    return files
  }
  const refunds = async (store: Store) => (await store.refundsOf('A-1', testContext)).map(({ number }) => number)

  it('of the last line, where it is torn, is dropped with a warning', async () => {
    const files = await withThreeLines()
    edit(files, /journal/, (text) => text.slice(0, -20))
    const { log, lines } = capturedLog()
    expect(await using(files, { log }, refunds)).toEqual(['R-03', 'R-02', 'R-1'])
    expect(lines).toEqual([expect.stringContaining('warn ')])
    await using(files, {}, (store) => refund(store, 'R-05'))
    expect(await using(files, {}, refunds)).toEqual(['R-05', 'R-03', 'R-02', 'R-1'])
  })
  it.each([
    ['in the middle', (text: string) => text.replace('R-03', 'R-33'), 3],
    ['of a whole last line', (text: string) => text.replace('R-04', 'R-44'), 4],
    ['by zeros in a line that was acknowledged', (text: string) => text.replace('R-03', '\0\0\0\0'), 3],
    ['by a line that is gone', (text: string) => text.split('\n').toSpliced(2, 1).join('\n'), 3],
    ['of its first line', (text: string) => text.replace('after', 'afTer'), 1],
  ])('%s of the journal is an error that names file and line', async (_where, damage, line) => {
    const files = await withThreeLines()
    const path = edit(files, /journal/, damage)
    const before = files.contents.get(path)
    const error = await failure(files)
    expect(error).toBeInstanceOf(OperatorError)
    expect(error.message).toContain(`${path} line ${line} is damaged`)
    expect(files.contents.get(path)).toEqual(before)
  })
  it('of a snapshot, or a file that is gone, is an error too', async () => {
    const files = await withThreeLines()
    const path = edit(files, /snapshot/, (text) => text.replace('Road', 'Toad'))
    expect((await failure(files)).message).toContain(`${path} line 2 is damaged`)
    await files.remove(path)
    expect((await failure(files)).message).toContain(`${path} is missing`)
    const others = await withThreeLines()
    await others.remove('/store/journal-0000000001.jsonl')
    expect((await failure(others)).message).toContain('journal-0000000001.jsonl is missing')
  })
})

describe('a disk that fails', () => {
  it('refuses what it has no room for, and goes on when there is room again', async () => {
    const files = createVolatileFiles()
    await using(files, {}, async (store) => {
      files.failOn(/journal/, 'ENOSPC', 1)
      await expect(refund(store, 'R-02')).rejects.toMatchObject({ code: 'unavailable' })
      expect(await store.refund('R-02', testContext)).toBeNull()
      await refund(store, 'R-03')
    })
    const numbers = await using(files, {}, (store) => store.refundsOf('A-1', testContext))
    expect(numbers.map(({ number }) => number)).toEqual(['R-03', 'R-1'])
  })
  it('takes no more writes when nobody knows what it has, and still reads', async () => {
    const files = createVolatileFiles()
    await using(files, {}, async (store) => {
      files.failOn(/journal/)
      await expect(refund(store, 'R-02')).rejects.toMatchObject({ code: 'unavailable' })
      files.failOn(null)
      await expect(refund(store, 'R-02')).rejects.toMatchObject({ code: 'unavailable' })
      await expect(store.status(testContext)).rejects.toMatchObject({ code: 'unavailable' })
      expect(await store.refundsOf('A-1', testContext)).toHaveLength(1)
    })
    await using(files, {}, (store) => refund(store, 'R-02'))
  })
  it('keeps the journal as it is when it cannot be compacted', async () => {
    const files = createVolatileFiles()
    const { log, lines } = capturedLog()
    files.failOn(/snapshot-0000000002|audit/)
    await using(files, { journalLimit: 1, log }, async (store) => {
      for (const number of ['R-02', 'R-03', 'R-04']) await refund(store, number)
    })
    expect(lines).toContain('error the journal could not be compacted; it goes on as it is')
    files.failOn(null)
    await using(files, { journalLimit: 1 }, async (store) => {
      expect(await store.refundsOf('A-1', testContext)).toHaveLength(4)
      await refund(store, 'R-05')
    })
    expect(await using(files, {}, (store) => store.auditEntries(0, 9, testContext))).toHaveLength(4)
  })
  it('goes on in the old journal when no new one can be begun', async () => {
    for (const step of [0, 1, 2, 3, 4]) {
      const files = createVolatileFiles()
      await using(files, { journalLimit: 1 }, async (store) => {
        let steps = step
        files.failOn({ test: (path: string) => /journal-0000000002/.test(path) && steps-- === 0 } as RegExp, 'EIO', 1)
        for (const number of ['R-02', 'R-03', 'R-04']) await refund(store, number)
      })
      expect(await using(files, {}, (store) => store.refundsOf('A-1', testContext))).toHaveLength(4)
    }
  })
  it('is told to the operator in one line at the start', async () => {
    const files = createVolatileFiles()
    files.failOn(/./, 'EROFS')
    const error = await failure(files)
    expect(error).toBeInstanceOf(OperatorError)
    expect(error.message).toMatch(/^\/store can't be used \(EROFS\).*STATE_DIR/)
  })
})

it('keeps a second one off the same folder until it is closed', async () => {
  const files = createVolatileFiles()
  const first = await startStore(files, storeOptions())
  const error = await failure(files)
  expect(error).toBeInstanceOf(OperatorError)
  expect(error.message).toMatch(/in use by another process/)
  await first.close()
  expect(await using(files, {}, orders)).toBe(3)
})
