import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runQuietly } from './child-process.mjs'
import { readJson, root } from './paths.mjs'
import { SetUpError } from './set-up-error.mjs'

const pinned = join(root, 'node_modules/.bin/node')

/** The version of Node that the lockfile brings to this platform, if it brings one. */
export const pinnedVersion = () => {
  const versions = readJson('package.json').optionalDependencies
  return /** @type {string | undefined} */ (versions[`node-${process.platform}-${process.arch}`])
}

/** Node runs TypeScript as it is from 22.18 on. */
function runsTypeScript() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 18)
}

/** Says so at once where the lockfile brings no Node and the system's is too old. */
export function requireSomeNode() {
  if (pinnedVersion() || runsTypeScript()) return
  throw new SetUpError(
    `Node ${process.versions.node} is too old for ${process.platform} ${process.arch}, where the project brings none ` +
      'of its own: install Node 22.18 or newer (24 is best) and try again.',
  )
}

/**
 * The Node that runs the project: the lockfile's, or the system's where that one is missing or can't run here.
 * @returns {Promise<string>} its path
 */
export async function findProjectNode() {
  if (existsSync(pinned) && (await runQuietly(pinned, ['--version'])).ok) return pinned
  if (runsTypeScript()) return process.execPath
  throw new SetUpError(
    `The project's own Node can't run on this machine: install Node 22.18 or newer (24 is best) and try again.`,
  )
}
