import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OperatorError } from '@marketplace-agent/domain'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type SeedOptions, seedRecords } from './seed.ts'
import { daysBetween } from './shift-dates.ts'
import { contractRecords, testContext } from './testing/index.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'store-'))
})
afterEach(() => rm(folder, { recursive: true }))

const options = (change: Partial<SeedOptions> = {}): SeedOptions => ({
  folder: join(folder, 'store'),
  records: contractRecords,
  anchorDate: '2026-02-05',
  today: '2026-03-07',
  datesAsWritten: false,
  log: testContext.log,
  ...change,
})

describe('seeding', () => {
  it('moves every date by the days from the anchor to today', async () => {
    const { orders, deliveries, complaints, refunds } = await seedRecords(options())
    expect(orders[0]).toMatchObject({
      placed_at: '2026-03-03T10:00:00Z',
      expected_date: '2026-03-06',
      delivered_at: '2026-03-06T10:00:00Z',
    })
    expect(deliveries[0]?.events[0]?.at).toBe('2026-03-04T10:00:00Z')
    expect(complaints[0]?.created_at).toBe('2026-03-06T11:00:00Z')
    expect(refunds[0]?.updated_at).toBe('2026-03-07T12:00:00Z')
  })

  it('moves them once: the next day the same records are there', async () => {
    const first = await seedRecords(options())
    expect(await seedRecords(options({ today: '2026-03-08' }))).toEqual(first)
  })

  it('leaves dates as written where the clock is set by hand, also after a start without', async () => {
    await seedRecords(options())
    expect(await seedRecords(options({ datesAsWritten: true }))).toEqual(contractRecords)
  })

  it('leaves true dates alone: those of a shop without an anchor day', async () => {
    expect(await seedRecords(options({ anchorDate: null }))).toEqual(contractRecords)
  })

  it('seeds again when the records of the shop have changed', async () => {
    await seedRecords(options())
    const changed = { ...contractRecords, orders: contractRecords.orders.slice(0, 1) }
    expect((await seedRecords(options({ records: changed }))).orders).toHaveLength(1)
  })

  it('names a damaged file and leaves it alone', async () => {
    await seedRecords(options())
    const path = join(folder, 'store', 'records.json')
    await writeFile(path, '{"format":1,')
    const failure = await seedRecords(options()).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(OperatorError)
    expect((failure as Error).message).toContain(path)
    expect(await readFile(path, 'utf8')).toBe('{"format":1,')
  })

  it('says what to do about a folder that cannot be made', async () => {
    await writeFile(join(folder, 'store'), 'a file')
    await expect(seedRecords(options())).rejects.toThrow(OperatorError)
  })
})

it('counts days over a leap day and over a change of clocks', () => {
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2)
  expect(daysBetween('2026-03-07', '2026-03-09')).toBe(2)
  expect(daysBetween('2026-03-09', '2026-03-07')).toBe(-2)
})
