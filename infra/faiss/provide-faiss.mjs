import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runQuietly } from '../setup/child-process.mjs'
import { userCache } from '../setup/paths.mjs'
import { compileAddon } from './compile.mjs'
import { addonFile, faissFolder, missingForCompile } from './faiss-state.mjs'

const probe = fileURLToPath(new URL('probe.cjs', import.meta.url))
const downloadTimeout = 30_000

/**
 * Makes FAISS load where it can, by the cheapest way that works.
 * @param {string} node path of the Node that has to load it
 * @returns {Promise<string>} one line on how that went
 */
export async function provideFaiss(node) {
  const folder = faissFolder()
  if (!folder) return 'FAISS left out (faiss-node is not installed): vectors are searched without it'
  const loads = async () => existsSync(addonFile(folder)) && (await runQuietly(node, [probe, folder])).ok
  const cached = cachedAddon(folder)
  const missing = missingForCompile()
  let reason =
    process.platform === 'linux'
      ? `to have it: apt-get install ${missing.join(' ')}`
      : 'the published build can not be downloaded'

  if (await loads()) return 'FAISS loads'
  copy(cached, addonFile(folder))
  if (await loads()) return 'FAISS loads (compiled before)'
  await download(node, folder)
  if (await loads()) return 'FAISS loads (published build)'
  if (missing.length === 0) {
    const { output } = await compileAddon(folder)
    if (await loads()) {
      copy(addonFile(folder), cached)
      return 'FAISS loads (compiled)'
    }
    reason = output.split('\n').find((line) => line.includes('error')) ?? 'what was compiled does not load'
  }
  rmSync(join(folder, 'build'), { recursive: true, force: true })
  return `FAISS left out, vectors are searched without it (${reason})`
}

/** @param {string} folder of faiss-node */
function cachedAddon(folder) {
  const { version } = createRequire(join(folder, 'package.json'))('./package.json')
  return join(userCache, `faiss-node-${version}-${process.platform}-${process.arch}.node`)
}

/** Copies a file where both ends allow it; a cache that can't be used is no fault. @param {string} from @param {string} to */
function copy(from, to) {
  try {
    mkdirSync(dirname(to), { recursive: true })
    copyFileSync(from, to)
  } catch {}
}

/** @param {string} node @param {string} folder of faiss-node */
async function download(node, folder) {
  const script = createRequire(join(folder, 'package.json')).resolve('prebuild-install/bin.js')
  await runQuietly(node, [script, '--runtime', 'napi'], { cwd: folder, timeout: downloadTimeout })
}
