import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { chainFault } from '../testing/audit-check.ts'
import { seededRandom } from '../testing/random.ts'
import { storeOptions } from '../testing/store-options.ts'
import { stripSources } from '../testing/strip-sources.ts'
import { testContext } from '../testing/test-context.ts'
import { disk } from './disk.ts'
import { startStore } from './start-store.ts'

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'store-kill-'))
  await stripSources(join(root, 'program'))
})
afterAll(() => rm(root, { recursive: true }))

const kills = 200
/** State grows with each kill; so many are done on one folder. */
const killsOnOne = 10

interface Acknowledged {
  readonly proposal: string
  readonly number: string
  readonly order: string
}

/** Runs a writer and kills it when it has printed so many lines. Gives what it said was acknowledged. */
async function runAndKill(folder: string, seed: number, first: number, lines: number) {
  const script = join(root, 'program/src/testing/killed-writer.js')
  const child = spawn(process.execPath, [script, folder, String(seed), String(first)])
  const ended = once(child, 'close')
  const said: string[] = []
  let errors = ''
  let part = ''
  const last: string[] = []
  child.stderr.on('data', (text: Buffer) => (errors += text.toString()))
  child.stdout.on('data', (text: Buffer) => {
    const whole = (part + text.toString()).split('\n')
    part = whole.pop() ?? ''
    said.push(...whole)
    if (last.length > 0 || said.length < lines) return
    child.kill('SIGKILL')
    last.push(said[lines - 1] ?? '')
  })
  const [, signal] = (await ended) as [number | null, string | null]
  if (signal !== 'SIGKILL') throw new Error(`The writer ended by itself: ${errors}`)
  const acknowledged = said.flatMap((line): Acknowledged[] => {
    const [word, proposal = '', number = '', order = ''] = line.split(' ')
    return word === 'ack' ? [{ proposal, number, order }] : []
  })
  return { acknowledged, last: last[0]?.split(' ')[0] ?? '' }
}

async function check(folder: string, acknowledged: readonly Acknowledged[]): Promise<number> {
  const numbers = { complaint: 'C-#+', refund: 'R-########' }
  const store = await startStore(disk, storeOptions({ folder, numbers }))
  try {
    const entries = await store.auditEntries(0, 1_000_000, testContext)
    expect(chainFault(entries)).toBeNull()
    const audited = new Map(entries.map(({ proposal, order }) => [proposal, order]))
    const lost: string[] = []
    for (const { proposal, number, order } of acknowledged) {
      const committed = await store.committed(proposal, testContext)
      const refund = await store.refund(number, testContext)
      if (committed?.orders[0] !== order || refund?.order !== order || audited.get(proposal) !== order)
        lost.push(number)
    }
    expect(lost).toEqual([])
    for (const order of ['A-1', 'A-2', 'A-3']) {
      const ofOrder = entries.filter((entry) => entry.order === order).length
      const record = await store.orderRecord(order, testContext)
      expect(record?.version).toBe(1 + ofOrder)
      expect(record?.refunds.filter(({ number }) => number !== 'R-1')).toHaveLength(ofOrder)
    }
    return Number((await store.reserveNumber('refund', testContext)).slice(2))
  } finally {
    await store.close()
  }
}

it(`loses nothing in ${kills} kills, in the middle of commits and of compactions`, async () => {
  const lastWords = new Map<string, number>()
  async function lane(seed: number): Promise<void> {
    const random = seededRandom(seed)
    for (let done = 0; done < kills / 2; done += killsOnOne) {
      const folder = join(root, `store-${seed + done}`)
      const acknowledged: Acknowledged[] = []
      let next = 1
      for (let kill = 0; kill < killsOnOne; kill++) {
        const run = await runAndKill(folder, seed + done + kill, next, 1 + Math.floor(random() * 80))
        acknowledged.push(...run.acknowledged)
        lastWords.set(run.last, (lastWords.get(run.last) ?? 0) + 1)
        next = await check(folder, acknowledged)
      }
    }
  }
  await Promise.all([lane(1), lane(1001)])
  expect([...lastWords.values()].reduce((sum, count) => sum + count, 0)).toBe(kills)
  for (const word of ['ack', 'create', 'rename', 'remove', 'sync']) expect(lastWords.get(word) ?? 0).toBeGreaterThan(0)
}, 120_000)
