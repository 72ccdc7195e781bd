import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/** @typedef {{ code: number | null, signal: NodeJS.Signals | null }} Ending */

/** @type {NodeJS.Signals[]} */
const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** @type {NodeJS.Signals | undefined} */
let interruption

/** This process was asked to end while a command was running. */
export class Interrupted extends Error {
  /** @param {NodeJS.Signals} signal */
  constructor(signal) {
    super(`interrupted by ${signal}`)
    this.signal = signal
  }
}

/**
 * Waits for the child and hands on what this process is sent, each signal once: npm repeats what the terminal or a
 * supervisor has sent to all. Ctrl-C reaches the child by itself, since a terminal signals everyone in the foreground.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<Ending>}
 */
export function ending(child) {
  const seen = new Set()
  /** @param {NodeJS.Signals} signal */
  const handOn = (signal) => {
    if (seen.has(signal)) return
    seen.add(signal)
    interruption ??= signal
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
  }
  for (const signal of forwarded) process.on(signal, handOn)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ code, signal }))
  }).finally(() => {
    for (const signal of forwarded) process.off(signal, handOn)
  })
}

/**
 * Runs a command in this terminal.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 */
export const runAttached = (command, args, options) => ending(spawn(command, args, { ...options, stdio: 'inherit' }))

/**
 * Runs a command and keeps what it prints. A command that isn't there, or is late, has merely failed.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeout?: number }} [options] timeout in milliseconds
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export async function runQuietly(command, args, options = {}) {
  const env = { ...process.env, ...options.env, NO_COLOR: '1' }
  const child = spawn(command, args, { ...options, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text))
  const { code } = await ending(child).catch((error) => {
    output = String(error)
    return { code: null }
  })
  if (interruption) throw new Interrupted(interruption)
  return { ok: code === 0, output }
}

/**
 * Ends this process the way the child ended.
 * @param {Ending} ending
 */
export function endLike({ code, signal }) {
  process.exitCode = signal ? 128 + constants.signals[signal] : (code ?? 1)
}
