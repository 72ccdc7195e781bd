import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { faissState } from '../faiss/faiss-state.mjs'
import { projectCache, root } from './paths.mjs'
import { pinnedVersion } from './project-node.mjs'

const stampFile = join(projectCache, 'set-up.json')

const workspaceFolders = () =>
  ['apps', 'packages'].flatMap((parent) => readdirSync(join(root, parent)).map((name) => `${parent}/${name}`))

/** A hash of everything that set-up's outcome depends on; files are read, no process is started. */
function currentKey() {
  const folders = workspaceFolders().filter((folder) => existsSync(join(root, folder, 'package.json')))
  const files = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', ...folders.map((f) => `${f}/package.json`)]
  const hash = createHash('sha256')
  for (const file of files) hash.update(file).update(readFileSync(join(root, file)))
  for (const folder of folders) hash.update(String(existsSync(join(root, folder, 'node_modules'))))
  hash.update([process.platform, process.arch, pinnedVersion() ?? process.version, faissState()].join(' '))
  return hash.digest('hex')
}

/**
 * The Node that the last set-up found, if that set-up still holds.
 * @returns {string | undefined}
 */
export function readStamp() {
  try {
    const { key, node } = JSON.parse(readFileSync(stampFile, 'utf8'))
    return key === currentKey() && existsSync(node) ? node : undefined
  } catch {
    return undefined
  }
}

/** @param {string} node path of the Node that runs the project */
export function writeStamp(node) {
  mkdirSync(projectCache, { recursive: true })
  writeFileSync(stampFile, JSON.stringify({ key: currentKey(), node }))
}
