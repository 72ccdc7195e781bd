import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { runQuietly } from './child-process.mjs'
import { projectCache, root } from './paths.mjs'
import { SetUpError } from './set-up-error.mjs'

/** What the built app is made of. */
const sources = [
  'apps/web/src',
  'apps/web/public',
  'apps/web/scripts',
  'apps/web/index.html',
  'apps/web/package.json',
  'apps/web/vite.config.ts',
  'packages/api-client/src',
  'pnpm-lock.yaml',
]
const built = join(root, 'apps/web/dist/index.html')
const stampFile = join(projectCache, 'web-app.json')

/**
 * @param {string} path relative to the root
 * @returns {string[]} files, sorted
 */
function filesOf(path) {
  const whole = join(root, path)
  if (!statSync(whole).isDirectory()) return [path]
  return readdirSync(whole)
    .sort()
    .flatMap((name) => filesOf(`${path}/${name}`))
}

function currentKey() {
  const hash = createHash('sha256')
  for (const file of sources.flatMap(filesOf)) hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function builtKey() {
  try {
    return existsSync(built) ? readFileSync(stampFile, 'utf8') : null
  } catch {
    return null
  }
}

/**
 * Builds the web app where it isn't built from what is there now.
 * @param {string} node path of the Node that runs the project
 * @param {(line: string) => void} say
 */
export async function buildWeb(node, say) {
  const key = currentKey()
  if (builtKey() === key) return
  say('building the web app')
  // Whatever a build that fails leaves behind is not what the last one made.
  rmSync(stampFile, { force: true })
  // Whoever calls it may be testing; what is served is not.
  const env = { NODE_ENV: 'production' }
  const { ok, output } = await runQuietly(node, ['--run', 'build'], { cwd: join(root, 'apps/web'), env })
  if (!ok) throw new SetUpError('The web app could not be built:', output)
  mkdirSync(dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, key)
}
