// node infra/run.mjs [--web] [options of node] script [arguments]
// Sets the clone up if need be (with --web the built web app, too), then runs one of its scripts under the project's
// Node, where the user stands.
import { join, resolve } from 'node:path'
import { endLike, Interrupted, runAttached } from './setup/child-process.mjs'
import { ensureSetUp } from './setup/ensure-set-up.mjs'
import { projectCache, root } from './setup/paths.mjs'
import { SetUpError } from './setup/set-up-error.mjs'

const web = process.argv[2] === '--web'
const args = process.argv.slice(web ? 3 : 2)
const script = args.findIndex((arg) => !arg.startsWith('-'))
const command = args.map((arg, index) => (index === script ? resolve(root, arg) : arg))

try {
  const node = await ensureSetUp({ web })
  const env = { ...process.env, DO_NOT_TRACK: '1', NODE_COMPILE_CACHE: join(projectCache, 'compiled') }
  endLike(await runAttached(node, command, { cwd: process.env.INIT_CWD ?? process.cwd(), env }))
} catch (error) {
  if (error instanceof Interrupted) endLike({ code: null, signal: error.signal })
  else if (error instanceof SetUpError) {
    process.stderr.write(`${error.message}\n${error.tail}`.trimEnd() + '\n')
    process.exitCode = 1
  } else throw error
}
