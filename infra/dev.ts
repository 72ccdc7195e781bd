// node infra/dev.ts
// The API, started anew on a change, and the web app with hot reload, which passes what is the API's on to it.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { endLike, ending } from './setup/child-process.mjs'
import { root } from './setup/paths.mjs'

const api = spawn(process.execPath, ['--watch', join(root, 'apps/api/src/server.ts')], { cwd: root, stdio: 'inherit' })
const web = spawn(process.execPath, ['--run', 'dev'], { cwd: join(root, 'apps/web'), stdio: 'inherit' })

const [first] = await Promise.all([ending(api).finally(() => web.kill()), ending(web).finally(() => api.kill())])
endLike(first)
