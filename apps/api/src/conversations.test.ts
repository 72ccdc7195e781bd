import { join } from 'node:path'
import { modelsForTests } from '@marketplace-agent/llm/testing'
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { readConfig, root } from './config.ts'
import { readScripts } from './evaluation/conversation-script.ts'
import { evaluateConversations } from './evaluation/evaluate-conversations.ts'
import { demoDay, sharedCache } from './testing/test-app.ts'

/** What the agent does with the project's own conversations, and with those of strangers; floors that only rise. */
const models = modelsForTests('conversations with sentence vectors')
const words = { EMBEDDER: 'lexical' }
const vectors = { EMBEDDER: 'minilm', MODELS_DIR: models ?? '' }
const sets = [
  { folder: 'conversations', by: words, runs: 3, floor: { passed: 0.94, inEveryRun: 0.73 } },
  { folder: 'fresh-conversations', by: words, runs: 1, floor: { passed: 0.9, inEveryRun: 0.9 } },
  ...(models === null
    ? []
    : [
        { folder: 'conversations', by: vectors, runs: 1, floor: { passed: 0.925, inEveryRun: 0.925 } },
        { folder: 'fresh-conversations', by: vectors, runs: 1, floor: { passed: 0.88, inEveryRun: 0.88 } },
      ]),
]

it.each(sets)(
  'holds the $folder by $by.EMBEDDER, with slips of the pen in all runs but the first',
  { timeout: 300_000 },
  async (set) => {
    const { folder, by, runs, floor } = set
    const scripts = await readScripts(join(root, 'data/eval', folder))
    const config = readConfig({ CACHE_DIR: sharedCache, SHOP_CLOCK: demoDay, ...by })
    const report = await evaluateConversations(scripts, { config, log: pino({ level: 'silent' }), runs })
    const { conversations, turns, passed, pass_rate, pass_k, failures } = report
    process.stdout.write(
      `${folder} by ${by.EMBEDDER}: ${passed} of ${conversations} (${turns} turns), pass rate ${pass_rate.toFixed(3)}, pass^${runs} ${pass_k.toFixed(3)}\n`,
    )
    // Whatever else is misunderstood: nothing is ever written where nothing was agreed.
    const unasked = failures.filter(
      ({ faults }) =>
        faults.some((fault) => fault.startsWith('wrote ')) &&
        !faults.some((fault) => fault.startsWith('did not write ')),
    )
    expect(unasked).toEqual([])
    expect(pass_rate).toBeGreaterThanOrEqual(floor.passed)
    expect(pass_k).toBeGreaterThanOrEqual(floor.inEveryRun)
  },
)
