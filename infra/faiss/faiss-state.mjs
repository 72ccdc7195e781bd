import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { root } from '../setup/paths.mjs'

/** Resolves as the package that uses FAISS does. */
export const requireFromRag = createRequire(join(root, 'packages/rag/package.json'))

/** The folder of faiss-node, or undefined where the package manager left it out. */
export function faissFolder() {
  try {
    return dirname(requireFromRag.resolve('faiss-node/package.json'))
  } catch {
    return undefined
  }
}

/** Where faiss-node looks for its addon. @param {string} folder of faiss-node */
export const addonFile = (folder) => join(folder, 'build/Release/faiss-node.node')

/** @param {string[]} folders @param {string} file */
const inOneOf = (folders, file) => folders.some((folder) => existsSync(join(folder, file)))

/** What the compile needs and this system lacks, as Debian's package names. */
export function missingForCompile() {
  const multiarch = process.arch === 'arm64' ? 'aarch64-linux-gnu' : 'x86_64-linux-gnu'
  const libraries = [`/usr/lib/${multiarch}`, '/usr/lib64', '/usr/lib', '/usr/local/lib', '/usr/local/lib64']
  const needs = {
    'g++': inOneOf((process.env.PATH ?? '').split(delimiter), 'g++'),
    'libfaiss-dev': inOneOf(['/usr/include', '/usr/local/include'], 'faiss/Index.h'),
    'libopenblas-dev': inOneOf(libraries, 'libopenblas.so'),
  }
  return Object.entries(needs).flatMap(([name, present]) => (present ? [] : [name]))
}

/** Differs when another try to make FAISS load could end differently. */
export function faissState() {
  const folder = faissFolder()
  return folder && existsSync(addonFile(folder)) ? 'built' : `missing ${missingForCompile().join(' ')}`
}
