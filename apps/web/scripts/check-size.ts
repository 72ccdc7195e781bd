import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** What a first visit may load, gzipped. */
const budget = 200_000

interface Chunk {
  file: string
  src?: string
  isEntry?: boolean
  imports?: string[]
  dynamicImports?: string[]
}

const dist = join(import.meta.dirname, '../dist')
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>

/** A chunk's file and those of all that it can't run without. */
function filesOf(key: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[key]
  if (chunk === undefined || seen.has(chunk.file)) return seen
  seen.add(chunk.file)
  for (const imported of chunk.imports ?? []) filesOf(imported, seen)
  return seen
}

const sizes = new Map<string, number>()
function size(files: Iterable<string>): number {
  let total = 0
  for (const file of files) {
    if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(join(dist, file))).length)
    total += sizes.get(file) ?? 0
  }
  return total
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
const keys = Object.keys(manifest)
const entry = keys.find((key) => manifest[key]?.isEntry === true)
if (entry === undefined) throw new Error('The build has no entry.')

// A first visit loads the shell and a page; the assistant beside it comes when it is opened.
const shell = filesOf(entry)
const sizeWith = (key: string) => size(filesOf(key, new Set(shell)))
const loads = keys
  .filter((key) => /-page[.]tsx$|[/]assistant-panel[.]tsx$/.test(key))
  .map((key) => ({ key: key.replace(/^src[/]features[/]/, ''), bytes: sizeWith(key) }))
  .sort((a, b) => b.bytes - a.bytes)

const lines = [
  `JavaScript, gzipped: the shell ${kilobytes(size(shell))}, and with it`,
  ...loads.map(({ key, bytes }) => `  ${kilobytes(bytes).padStart(9)}  ${key}`),
]
process.stdout.write(`${lines.join('\n')}\n`)
const heaviest = Math.max(size(shell), ...loads.map(({ bytes }) => bytes))
if (heaviest > budget) {
  process.stderr.write(`A first load takes ${kilobytes(heaviest)} of JavaScript; ${kilobytes(budget)} are allowed.\n`)
  process.exitCode = 1
}
