import { type ChildProcess, spawn } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, relative } from 'node:path'
import { OperatorError } from '@marketplace-agent/domain'
import { root } from '../config.ts'
import { type Mutation, gateMutations } from '../testing/gate-mutations.ts'
import { readArguments, runCommand } from './command.ts'

const usage = `npm run mutations [-- WORD …]   takes each check of the gate, of identity and of the rules out in turn, and says which no test misses; with words only those whose name has one of them`

/** What of the tree is left behind: the copies share the installed packages, and nothing else is needed. */
const leftBehind = new Set(['.git', '.turbo', 'var', '.cache'])
const isNeeded = (path: string) => {
  const inside = relative(root, path)
  return inside !== 'node_modules' && !leftBehind.has(basename(path)) && !inside.endsWith('node_modules/.vite')
}

/** A copy of the tree to change, outside of it. */
async function makeCopy(folder: string, index: number): Promise<string> {
  const copy = join(folder, `tree-${index}`)
  await cp(root, copy, { recursive: true, verbatimSymlinks: true, filter: isNeeded })
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'))
  return copy
}

interface Tried {
  readonly red: number
  readonly ran: number
  /** The first test that failed, or what kept the tests from running. */
  readonly first: string
}

/** Longer than this and a test waits for what will never come: it is red. */
const longest = 120_000

const ended = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), longest)
    child.once('close', () => {
      clearTimeout(timer)
      resolve()
    })
  })

interface Report {
  readonly numTotalTests: number
  readonly numFailedTests: number
  readonly testResults: readonly {
    readonly message: string
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
  }[]
}

async function runTests(copy: string, tests: readonly string[]): Promise<Tried> {
  const report = join(copy, 'report.json')
  await rm(report, { force: true })
  const vitest = join(copy, 'node_modules/vitest/vitest.mjs')
  const options = ['run', ...tests, '--bail=1', '--reporter=json', `--outputFile=${report}`]
  const child = spawn(process.execPath, [vitest, ...options], { cwd: copy, stdio: 'ignore' })
  await ended(child)
  let read: Report
  try {
    read = JSON.parse(await readFile(report, 'utf8')) as Report
  } catch {
    return { red: 1, ran: 1, first: 'it was not done in time' }
  }
  const failed = read.testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed'),
  )
  const first = failed[0]?.fullName ?? read.testResults.find(({ message }) => message !== '')?.message ?? ''
  return { red: read.numFailedTests, ran: read.numTotalTests, first }
}

/** The file with the check taken out. Throws OperatorError where it isn't there once. */
async function mutated({ name, file, find, replace }: Mutation, copy: string): Promise<string> {
  const text = await readFile(join(copy, file), 'utf8')
  const found = text.split(find).length - 1
  if (found !== 1)
    throw new OperatorError(`“${name}”: ${file} has its text ${found} times, not once; mend gate-mutations.ts.`)
  return text.replace(find, () => replace)
}

async function tryOne(mutation: Mutation, copy: string): Promise<Tried> {
  const path = join(copy, mutation.file)
  const original = await readFile(path, 'utf8')
  await writeFile(path, await mutated(mutation, copy))
  try {
    const tried = await runTests(copy, mutation.tests)
    if (tried.ran === 0) throw new OperatorError(`“${mutation.name}” can't be run: ${tried.first}`)
    return tried
  } finally {
    await writeFile(path, original)
  }
}

const jobs = 2

runCommand(async () => {
  const { words } = readArguments(usage, [])
  const wanted = gateMutations.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)))
  const folder = await mkdtemp(join(tmpdir(), 'mutations-'))
  const started = performance.now()
  const say = (line: string) => process.stdout.write(`${line}\n`)
  const survived: string[] = []
  try {
    const copies = await Promise.all(Array.from({ length: jobs }, (_, index) => makeCopy(folder, index)))
    const [first = ''] = copies
    // What can't be taken out is told before the long wait.
    await Promise.all(wanted.map((mutation) => mutated(mutation, first)))
    const before = await runTests(first, [...new Set(wanted.flatMap(({ tests }) => tests))])
    if (before.red > 0 || before.ran === 0)
      throw new OperatorError(`The tests are not green as the tree is (${before.first}); mend that first.`)
    const waiting = [...wanted.entries()]
    const work = async (copy: string) => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const [index, mutation] = next
        const { red, first: test } = await tryOne(mutation, copy)
        if (red === 0) survived.push(mutation.name)
        say(
          `${index + 1}/${wanted.length} ${red === 0 ? 'SURVIVED' : 'killed'}  ${mutation.name}${red === 0 ? '' : `  — ${test}`}`,
        )
      }
    }
    await Promise.all(copies.map(work))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  const seconds = Math.round((performance.now() - started) / 1000)
  say(`${wanted.length - survived.length} of ${wanted.length} killed in ${seconds} s.`)
  for (const name of survived) say(`No test misses: ${name}`)
  return survived.length === 0 ? 0 : 1
})
