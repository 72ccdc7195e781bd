import { startVitest, type Vitest } from 'vitest/node'
import { root } from '../setup/paths.mjs'

export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** Runs every test of the workspace once. */
export async function runTests(): Promise<Counts> {
  const vitest = await startVitest('test', [], { root, watch: false })
  const counts = countTests(vitest)
  await vitest.close()
  return counts
}

/**
 * A file that fails by itself (it can't be loaded, say) counts as a failed test, and so does an error outside of the
 * tests: a run that failed never counts no failure.
 */
function countTests({ state }: Vitest): Counts {
  const modules = state.getTestModules()
  const tests = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state))
  const failedModules = modules.filter(
    (module) => module.state() === 'failed' && [...module.children.allTests('failed')].length === 0,
  )
  const count = (wanted: string) => tests.filter((each) => each === wanted).length
  return {
    passed: count('passed'),
    failed: count('failed') + failedModules.length + state.getUnhandledErrors().length,
    skipped: count('skipped'),
  }
}
