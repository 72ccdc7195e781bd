import { provideFaiss } from '../faiss/provide-faiss.mjs'
import { buildWeb } from './build-web.mjs'
import { installPackages } from './install-packages.mjs'
import { findProjectNode, requireSomeNode } from './project-node.mjs'
import { readStamp, writeStamp } from './stamp.mjs'

/** Progress goes to standard error, so that a command's own output stays clean. @param {string} line */
const say = (line) => process.stderr.write(`set-up: ${line}\n`)

/**
 * Makes a clone ready to run; does nothing when the last set-up still holds.
 * @param {{ web?: boolean }} [parts] web: the built web app, too
 * @returns {Promise<string>} path of the Node that runs the project
 */
export async function ensureSetUp({ web = false } = {}) {
  const node = await ensurePackages()
  if (web) await buildWeb(node, say)
  return node
}

async function ensurePackages() {
  const ready = readStamp()
  if (ready) return ready
  const started = performance.now()
  requireSomeNode()
  say('installing packages (the first time takes a minute)')
  await installPackages()
  const node = await findProjectNode()
  say(await provideFaiss(node))
  writeStamp(node)
  say(`done in ${((performance.now() - started) / 1000).toFixed(1)} s`)
  return node
}
