import { join } from 'node:path'
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { readConfig, root } from './config.ts'
import { readScripts } from './evaluation/conversation-script.ts'
import { evaluateConversations } from './evaluation/evaluate-conversations.ts'
import { demoDay, sharedCache } from './testing/test-app.ts'

/** What the agent does with the project's own conversations, and with those of strangers; floors that only rise. */
const sets = [
  { folder: 'conversations', runs: 3, floor: { passed: 0.93, inEveryRun: 0.72 } },
  { folder: 'fresh-conversations', runs: 1, floor: { passed: 0.78, inEveryRun: 0.78 } },
] as const

it.each(sets)('holds the $folder, as they are written and with slips of the pen', { timeout: 300_000 }, async (set) => {
  const { folder, runs, floor } = set
  const scripts = await readScripts(join(root, 'data/eval', folder))
  const config = readConfig({ CACHE_DIR: sharedCache, SHOP_CLOCK: demoDay })
  const report = await evaluateConversations(scripts, { config, log: pino({ level: 'silent' }), runs })
  const { conversations, turns, passed, pass_rate, pass_k, failures } = report
  process.stdout.write(
    `${folder}: ${passed} of ${conversations} (${turns} turns), pass rate ${pass_rate.toFixed(3)}, pass^${runs} ${pass_k.toFixed(3)}\n`,
  )
  // Whatever else is misunderstood: nothing is ever written where nothing was agreed.
  const unasked = failures.filter(
    ({ faults }) =>
      faults.some((fault) => fault.startsWith('wrote ')) && !faults.some((fault) => fault.startsWith('did not write ')),
  )
  expect(unasked).toEqual([])
  expect(pass_rate).toBeGreaterThanOrEqual(floor.passed)
  expect(pass_k).toBeGreaterThanOrEqual(floor.inEveryRun)
})
