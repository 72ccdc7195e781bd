import { dirname } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { AppendFile, FileSystem } from '../embedded/file-system.ts'

/** Thrown by every operation from the cut on. */
export class PowerCut extends Error {}

interface Node {
  bytes: Buffer
  /** What is on the disk whatever happens. */
  synced: Buffer
}

/** A change of names that its folder hasn't synced; of a rename, both names change or neither. */
interface NameChange {
  readonly folder: string
  readonly sets: readonly (readonly [path: string, node: Node | null])[]
}

/** Of what wasn't synced, how much the disk has after the power went: of each piece, by chance or all alike. */
export type Survival = 'nothing' | 'everything' | 'some'

export interface VolatileFiles extends FileSystem {
  /** Operations so far. */
  readonly operations: number
  /** The power goes at this operation: it is done in part, and it and all after it throw. */
  cutAt(operation: number): void
  /** What a machine finds that starts after the power went. */
  afterCut(survival: Survival, random?: () => number): VolatileFiles
  /** The same files for the next process: nothing is lost, and nothing is synced that wasn't. */
  afterKill(): VolatileFiles
  /** The files as they are, to look into. */
  readonly contents: ReadonlyMap<string, Buffer>
  /** Makes the next operations with such a file fail (all, unless `times` is given), until it is called with null. */
  failOn(pattern: RegExp | null, code?: string, times?: number): void
  write(path: string, bytes: Buffer): void
}

/** What a torn write leaves: a part of it, and in that a hole of zeros that never reached the disk. */
function torn({ bytes, synced }: Node, random: () => number): Buffer {
  if (bytes.length < synced.length) return random() < 0.5 ? bytes : synced
  const added = bytes.length - synced.length
  const kept = Buffer.from(bytes.subarray(0, synced.length + Math.floor(random() * (added + 1))))
  const hole = random()
  if (hole < 0.5) {
    const start = synced.length + Math.floor(random() * (kept.length - synced.length + 1))
    kept.fill(0, start, hole < 0.25 ? kept.length : Math.min(kept.length, start + Math.floor(random() * 200)))
  }
  return kept
}

/**
 * Files in memory that forget what wasn't synced: bytes of a file, and names in a folder (made, renamed, removed). Written
 * to be cut off at any operation; without a cut, simply files that no disk has. Each operation takes a turn of the event
 * loop, so that others come in between.
 */
export function createVolatileFiles(disk: ReadonlyMap<string, Buffer> = new Map()): VolatileFiles {
  const nodes = [...disk].map(([path, bytes]): [string, Node] => [path, { bytes, synced: bytes }])
  return volatileFiles({ names: new Map(nodes), durable: new Map(nodes), pending: [] })
}

interface Machine {
  readonly names: Map<string, Node>
  /** The names that are on the disk whatever happens. */
  readonly durable: Map<string, Node>
  pending: NameChange[]
}

function volatileFiles(machine: Machine): VolatileFiles {
  const { names, durable } = machine
  const locks = new Set<string>()
  let operations = 0
  let cut = Number.POSITIVE_INFINITY
  let failing: { readonly pattern: RegExp; readonly code: string; times: number } | null = null

  function rename(folder: string, ...sets: NameChange['sets'][number][]) {
    machine.pending.push({ folder, sets })
    apply(names, sets)
  }
  function apply(to: Map<string, Node>, sets: NameChange['sets']) {
    for (const [path, node] of sets) {
      if (node === null) to.delete(path)
      else to.set(path, node)
    }
  }

  async function step<T>(path: string, work: () => T): Promise<T> {
    await setImmediate()
    operations += 1
    if (operations > cut) throw new PowerCut()
    if (failing?.pattern.test(path) === true && failing.times-- > 0)
      throw Object.assign(new Error(failing.code), { code: failing.code })
    // The cut comes after the machine took the operation up and before it came back.
    const result = work()
    if (operations === cut) throw new PowerCut()
    return result
  }

  function handle(path: string, node: Node): AppendFile {
    return {
      append: (text) => step(path, () => void (node.bytes = Buffer.concat([node.bytes, Buffer.from(text)]))),
      sync: () => {
        const cutHere = operations + 1 === cut
        return step(path, () => void (cutHere || (node.synced = node.bytes)))
      },
      truncate: (bytes) => step(path, () => void (node.bytes = node.bytes.subarray(0, bytes))),
      close: async () => {},
    }
  }

  return {
    get operations() {
      return operations
    },
    cutAt(operation) {
      cut = operation
    },
    failOn(pattern, code = 'ENOSPC', times = Number.POSITIVE_INFINITY) {
      failing = pattern === null ? null : { pattern, code, times }
    },
    write(path, bytes) {
      const node = { bytes, synced: bytes }
      names.set(path, node)
      durable.set(path, node)
    },
    get contents() {
      return new Map([...names].map(([path, { bytes }]) => [path, bytes]))
    },
    afterCut(survival, random = () => 0.5) {
      if (survival === 'everything') return createVolatileFiles(this.contents)
      const left = new Map(durable)
      if (survival === 'some') for (const { sets } of machine.pending) if (random() < 0.5) apply(left, sets)
      return createVolatileFiles(
        new Map([...left].map(([path, node]) => [path, survival === 'nothing' ? node.synced : torn(node, random)])),
      )
    },
    afterKill: () => volatileFiles(machine),
    makeFolder: async () => {},
    list: async (folder) =>
      [...names.keys()].filter((path) => dirname(path) === folder).map((path) => path.slice(folder.length + 1)),
    read: async (path) => names.get(path)?.bytes ?? null,
    create: (path) =>
      step(path, () => {
        const node = { bytes: Buffer.alloc(0), synced: Buffer.alloc(0) }
        rename(dirname(path), [path, node])
        return handle(path, node)
      }),
    open: (path) =>
      step(path, () => {
        const node = names.get(path)
        if (node === undefined) throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' })
        return handle(path, node)
      }),
    rename: (from, to) =>
      step(from, () => {
        const node = names.get(from)
        if (node === undefined) throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' })
        rename(dirname(to), [from, null], [to, node])
      }),
    remove: (path) => step(path, () => rename(dirname(path), [path, null])),
    syncFolder: (folder) => {
      const cutHere = operations + 1 === cut
      return step(folder, () => {
        if (cutHere) return
        for (const change of machine.pending) if (change.folder === folder) apply(durable, change.sets)
        machine.pending = machine.pending.filter((change) => change.folder !== folder)
      })
    },
    async lock(path) {
      if (locks.has(path)) return null
      locks.add(path)
      return async () => void locks.delete(path)
    },
  }
}
