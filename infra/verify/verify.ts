// node infra/verify/verify.ts
// Everything that must hold before a change is shared; each part runs even if one before it failed.
import { endLike, Interrupted, runQuietly } from '../setup/child-process.mjs'
import { root } from '../setup/paths.mjs'
import { buildWeb } from '../setup/build-web.mjs'
import { runJourneys } from './run-journeys.ts'
import { runTests } from './run-tests.ts'

/** What is checked before the tests: a heading, and the script of package.json. */
const checks = [
  ['Types', 'typecheck'],
  ['Lint', 'lint'],
  ['Format', 'format:check'],
  ['Boundaries', 'boundaries'],
  ['Generated client', 'generate:check'],
  ['Notices', 'notices:check'],
] as const

const heading = (text: string) => console.log(`\n── ${text} ${'─'.repeat(Math.max(0, 60 - text.length))}`)

/** Runs a script and shows what it printed if it failed. */
async function check(name: string, script: string): Promise<boolean> {
  const started = performance.now()
  const { ok, output } = await runQuietly(process.execPath, ['--run', script], { cwd: root })
  heading(`${name}: ${ok ? 'ok' : 'FAILED'}, ${((performance.now() - started) / 1000).toFixed(1)} s`)
  if (!ok) console.log(output.trim())
  return ok
}

// Only the end of this file makes it a success: Ctrl-C in the tests ends the process in vitest's own way.
process.exitCode = 1

try {
  const failedChecks: string[] = []
  for (const [name, script] of checks) if (!(await check(name, script))) failedChecks.push(name)
  heading('Tests')
  const tests = await runTests()
  heading('Journeys in the browser')
  await buildWeb(process.execPath, (line) => console.log(line))
  const journeys = await runJourneys()
  if ('missing' in journeys) console.log(`skipped: ${journeys.missing}`)
  const all = 'missing' in journeys ? [tests] : [tests, journeys]
  const sum = (count: 'passed' | 'failed' | 'skipped') => all.reduce((total, counts) => total + counts[count], 0)
  const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')]
  heading('Summary')
  console.log(`checks: ${failedChecks.length === 0 ? 'all ok' : `failed: ${failedChecks.join(', ')}`}`)
  const allFailed = failed + failedChecks.length
  console.log(`${passed} passed, ${allFailed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  if (allFailed === 0) process.exitCode = 0
} catch (error) {
  if (!(error instanceof Interrupted)) throw error
  endLike({ code: null, signal: error.signal })
}
