import { crc32 } from 'node:zlib'

/** One value of a file: `CRC-32 of the JSON, its length in bytes, the JSON`. `json` has no line break in it. */
export const encodeLine = (json: string) =>
  `${crc32(json).toString(16).padStart(8, '0')} ${Buffer.byteLength(json)} ${json}\n`

export interface GoodLine {
  /** From 1. */
  readonly line: number
  /** Where it begins, in bytes. */
  readonly start: number
  readonly value: unknown
}

export interface BadLine {
  readonly line: number
  readonly start: number
  /**
   * `unfinished`: the file ends before the line does. `blank`: bytes that never reached the disk (zeros) are in it.
   * `damaged`: it was whole once, and isn't what was written.
   */
  readonly fault: 'unfinished' | 'blank' | 'damaged'
}

export interface Lines {
  readonly good: readonly GoodLine[]
  /** The first line that can't be read; `good` has those before and behind it. */
  readonly bad: BadLine | null
}

const head = /^([0-9a-f]{8}) (0|[1-9]\d{0,9}) /
const longestHead = 20
const newline = 10

function valueOf(bytes: Buffer): { readonly value: unknown } | 'short' | 'wrong' {
  const match = head.exec(bytes.toString('latin1', 0, longestHead))
  if (match === null) return bytes.length < longestHead ? 'short' : 'wrong'
  const json = bytes.subarray(match[0].length)
  if (json.length < Number(match[2])) return 'short'
  if (json.length > Number(match[2]) || crc32(json) !== Number.parseInt(match[1] ?? '', 16)) return 'wrong'
  try {
    return { value: JSON.parse(json.toString()) as unknown }
  } catch {
    return 'wrong'
  }
}

/** Reads a file of lines, each checked. */
export function decodeLines(bytes: Buffer): Lines {
  const good: GoodLine[] = []
  let bad: BadLine | null = null
  let line = 1
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(newline, start)
    const piece = bytes.subarray(start, end < 0 ? bytes.length : end)
    const found = valueOf(piece)
    if (end >= 0 && typeof found === 'object') good.push({ line, start, value: found.value })
    else if (bad === null) {
      const ends = end < 0 && found !== 'wrong'
      bad = { line, start, fault: piece.includes(0) ? 'blank' : ends ? 'unfinished' : 'damaged' }
    }
    start = end < 0 ? bytes.length : end + 1
  }
  return { good, bad }
}
