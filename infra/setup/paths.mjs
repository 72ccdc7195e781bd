import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = resolve(fileURLToPath(new URL('../..', import.meta.url)))

/** What set-up leaves behind; it goes when node_modules goes. */
export const projectCache = join(root, 'node_modules/.cache/marketplace-agent')

/** What a second clone on the same machine needn't make again. */
export const userCache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'marketplace-agent')

/** @param {string} path relative to the root */
export const readJson = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'))
