import { accessSync, constants } from 'node:fs'
import { runQuietly } from './child-process.mjs'
import { readJson, root } from './paths.mjs'
import { SetUpError } from './set-up-error.mjs'

/** Installs what the lockfile names with the pnpm that package.json names; npm brings that pnpm by itself. */
export async function installPackages() {
  try {
    accessSync(root, constants.W_OK)
  } catch {
    throw new SetUpError(`The folder ${root} can't be written: set-up installs packages there.`)
  }
  const { packageManager } = readJson('package.json')
  // By exec pnpm takes the place of npx's shell, and is reached by a signal that ends set-up.
  const command = ['--yes', '--package', packageManager, '-c', 'exec pnpm install --frozen-lockfile']
  const { ok, output } = await runQuietly('npx', command, {
    cwd: root,
    // Nobody is there to answer pnpm's questions, the tools are needed whatever NODE_ENV says, and a log that
    // `npm --silent` switched off couldn't be shown.
    env: { CI: 'true', NODE_ENV: 'development', npm_config_loglevel: 'notice' },
  })
  if (!ok) throw new SetUpError('The packages could not be installed. What the installer said last:', output)
}
