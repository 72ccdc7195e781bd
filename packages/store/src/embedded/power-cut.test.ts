import { describe, expect, it } from 'vitest'
import type { Store } from '../port.ts'
import { auditDraft, commitOf, newRefund } from '../testing/contract-commits.ts'
import { chainFault } from '../testing/audit-check.ts'
import { seededRandom } from '../testing/random.ts'
import { storeOptions } from '../testing/store-options.ts'
import { testContext } from '../testing/test-context.ts'
import { type Survival, type VolatileFiles, createVolatileFiles } from '../testing/volatile-files.ts'
import { startStore } from './start-store.ts'

/** What callers were told before the power went. */
interface Told {
  /** Refund numbers by proposal: those that were acknowledged, and those that were asked for. */
  readonly acknowledged: Map<string, string>
  readonly asked: Map<string, string>
  readonly rules: Set<string>
  readonly delivered: Set<string>
  readonly failed: Set<string>
}

const rounds = 7
const open = (files: VolatileFiles) => startStore(files, storeOptions({ journalLimit: 6000 }))
const noMatter = () => {}

/** Commits on three orders at once, refusals, deliveries of mail; the small limit compacts several times. */
async function work(store: Store, told: Told): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    const writes = ['A-1', 'A-2', 'A-3'].map(async (order, index) => {
      const proposal = `p-${round}-${order}`
      const number = `R-${10 + round * 3 + index}`
      const record = await store.orderRecord(order, testContext)
      if (record === null) throw new Error('An order is gone.')
      told.asked.set(proposal, number)
      const { outcome } = await store.commit(commitOf(proposal, record, [newRefund(number, order)]), testContext)
      expect(outcome).toBe('committed')
      told.acknowledged.set(proposal, number)
    })
    const refusal = store
      .audit(auditDraft({ rule: `rule-${round}` }), testContext)
      .then(() => told.rules.add(`rule-${round}`))
    await Promise.all([...writes, refusal])
    const [first, second] = await store.dueMail('2026-02-07T00:00:00Z', 2, testContext)
    if (first !== undefined) {
      await store.mailDelivered(first.id, testContext)
      told.delivered.add(first.id)
    }
    if (second !== undefined) {
      await store.mailFailed(second.id, '2026-02-08T00:00:00Z', testContext)
      told.failed.add(second.id)
    }
  }
}

async function check(store: Store, told: Told): Promise<void> {
  const entries = await store.auditEntries(0, 1000, testContext)
  expect(chainFault(entries)).toBeNull()
  const rules = new Set(entries.map(({ rule }) => rule))
  for (const rule of told.rules) expect(rules).toContain(rule)

  const mail = await store.dueMail('2027-01-01T00:00:00Z', 1000, testContext)
  const waiting = new Map(mail.map((entry) => [entry.id, entry]))
  for (const id of told.delivered) expect(waiting.has(id)).toBe(false)
  for (const id of told.failed) {
    const letter = waiting.get(id)
    if (letter !== undefined) expect(letter.attempts).toBe(1)
  }

  const versions = new Map([
    ['A-1', 1],
    ['A-2', 1],
    ['A-3', 1],
  ])
  for (const [proposal, number] of told.asked) {
    const parts = [
      (await store.committed(proposal, testContext)) !== null,
      (await store.refund(number, testContext)) !== null,
      entries.filter((entry) => entry.proposal === proposal).length === 1,
    ]
    expect(new Set(parts).size).toBe(1)
    if (told.acknowledged.has(proposal)) expect(parts[0]).toBe(true)
    const order = proposal.slice(4)
    if (parts[0] === true) versions.set(order, (versions.get(order) ?? 0) + 1)
  }
  for (const [order, version] of versions) expect((await store.orderRecord(order, testContext))?.version).toBe(version)
}

const nobody = (): Told => ({
  acknowledged: new Map(),
  asked: new Map(),
  rules: new Set(),
  delivered: new Set(),
  failed: new Set(),
})

async function runUntilCut(files: VolatileFiles, operation: number): Promise<Told> {
  const told = nobody()
  files.cutAt(operation)
  const store = await open(files).catch(() => null)
  if (store !== null) {
    await work(store, told).catch(noMatter)
    await store.close().catch(noMatter)
  }
  return told
}

async function operationsOf(): Promise<number> {
  const files = createVolatileFiles()
  const store = await open(files)
  await work(store, nobody())
  await store.close()
  expect([...files.contents.keys()].filter((path) => path.includes('audit-')).length).toBeGreaterThan(2)
  return files.operations
}

describe('the power goes at every single operation', () => {
  const survivals: readonly (Survival | 'killed')[] = ['nothing', 'everything', 'some', 'some', 'some', 'killed']

  it('and everything acknowledged is there, nothing half', async () => {
    const operations = await operationsOf()
    expect(operations).toBeGreaterThan(80)
    for (let operation = 1; operation <= operations; operation++) {
      for (const [index, survival] of survivals.entries()) {
        const random = seededRandom(operation * 10 + index)
        const files = createVolatileFiles()
        const told = await runUntilCut(files, operation)
        const survived = survival === 'killed' ? files.afterKill() : files.afterCut(survival, random)
        const where = `cut at ${operation}, ${survival} (${index})`
        // The next start is cut off as well, and what it showed to a reader must not go back.
        const shown = await showThenCut(survived, Math.floor(random() * 12), told, where)
        const store = await open(survived.afterCut(index === 3 ? 'some' : 'nothing', random))
        await check(store, shown).catch((error: unknown) => {
          throw new Error(`${where}: ${String(error)}`, { cause: error })
        })
        await store.close()
      }
    }
  })
})

/** Opens, reads what is there, commits once more, and is cut off; everything that was read counts as acknowledged. */
async function showThenCut(files: VolatileFiles, operation: number, told: Told, where: string): Promise<Told> {
  files.cutAt(operation + 1)
  const store = await open(files).catch((error: unknown) => {
    if (String(error).includes('damaged') || String(error).includes('missing'))
      throw new Error(`${where}: ${String(error)}`, { cause: error })
    return null
  })
  if (store === null) return told
  const acknowledged = new Map(told.acknowledged)
  for (const [proposal, number] of told.asked)
    if ((await store.committed(proposal, testContext)) !== null) acknowledged.set(proposal, number)
  const asked = new Map(told.asked).set('p-9-A-1', 'R-99')
  const record = await store.orderRecord('A-1', testContext)
  if (record === null) throw new Error(`${where}: an order is gone.`)
  const one = await store.commit(commitOf('p-9-A-1', record, [newRefund('R-99', 'A-1')]), testContext).catch(() => null)
  if (one?.outcome === 'committed') acknowledged.set('p-9-A-1', 'R-99')
  await store.close().catch(noMatter)
  return { ...told, asked, acknowledged }
}
