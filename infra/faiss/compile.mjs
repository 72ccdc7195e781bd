import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runQuietly } from '../setup/child-process.mjs'
import { addonFile, requireFromRag } from './faiss-state.mjs'

const shim = fileURLToPath(new URL('idx-t.h', import.meta.url))

/**
 * Compiles faiss-node's addon against the system's libfaiss; seconds, with neither node-gyp nor Python.
 * @param {string} folder of faiss-node
 */
export function compileAddon(folder) {
  const addon = addonFile(folder)
  mkdirSync(dirname(addon), { recursive: true })
  const requireFromFaiss = createRequire(join(folder, 'package.json'))
  const includes = [
    join(dirname(requireFromRag.resolve('node-api-headers/package.json')), 'include'),
    dirname(requireFromFaiss.resolve('node-addon-api/package.json')),
  ]
  const defines = ['NAPI_VERSION=8', 'NAPI_CPP_EXCEPTIONS', 'BUILDING_NODE_EXTENSION']
  const args = ['-std=c++17', '-O2', '-fPIC', '-shared', '-fopenmp', '-include', shim]
  args.push(...defines.map((define) => `-D${define}`), ...includes.map((include) => `-I${include}`))
  args.push(join(folder, 'src/faiss.cc'), '-o', addon, '-lfaiss', '-lopenblas', '-lgomp')
  return runQuietly('g++', args)
}
