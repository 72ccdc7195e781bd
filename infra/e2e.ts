// node infra/e2e.ts [options of playwright test]
// The journeys of the web app in a real browser, against the built app and the real API.
import { join } from 'node:path'
import { endLike, runAttached } from './setup/child-process.mjs'
import { root } from './setup/paths.mjs'

const cwd = join(root, 'apps/web')
const playwright = join(cwd, 'node_modules/@playwright/test/cli.js')
endLike(await runAttached(process.execPath, [playwright, 'test', ...process.argv.slice(2)], { cwd, env: process.env }))
