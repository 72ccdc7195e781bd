import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runAttached } from '../setup/child-process.mjs'
import { root } from '../setup/paths.mjs'
import type { Counts } from './run-tests.ts'

const web = join(root, 'apps/web')
const needed = createRequire(join(web, 'package.json'))

interface Playwright {
  readonly chromium: { executablePath(): string }
}

/** The browser that the journeys are played in: the one told, the system's, or the test tool's own; null without any. */
function findChromium(): string | null {
  const { chromium } = needed('@playwright/test') as Playwright
  const told = process.env.CHROMIUM
  return (
    [...(told === undefined ? [] : [told]), '/usr/bin/chromium', chromium.executablePath()].find(existsSync) ?? null
  )
}

/** Plays the journeys of the built web app. Null, with why, where there is no browser. */
export async function runJourneys(): Promise<Counts | { readonly missing: string }> {
  const chromium = findChromium()
  if (chromium === null) {
    return {
      missing: 'no Chromium was found; install it (Debian: apt-get install chromium) or set CHROMIUM to its path',
    }
  }
  const folder = await mkdtemp(join(tmpdir(), 'journeys-'))
  const report = join(folder, 'report.json')
  try {
    const cli = join(web, 'node_modules/@playwright/test/cli.js')
    const { NODE_ENV: _ofTheTests, ...rest } = process.env
    const env = { ...rest, CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: report }
    await runAttached(process.execPath, [cli, 'test', '--reporter=line,json', '--retries=2'], { cwd: web, env })
    const { stats, errors } = JSON.parse(await readFile(report, 'utf8')) as {
      stats: { expected: number; unexpected: number; flaky: number; skipped: number }
      errors: readonly unknown[]
    }
    // On a machine with other work a browser can be late once; what fails three times is broken.
    if (stats.flaky > 0) console.log(`${stats.flaky} passed at a second or third try only`)
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length, skipped: stats.skipped }
  } finally {
    await rm(folder, { recursive: true })
  }
}
