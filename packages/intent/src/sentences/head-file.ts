import { join } from 'node:path'
import { readKept, writeKept } from '../kept-file.ts'
import type { HeadModel } from './head.ts'

export const headFileName = 'sentence-head.bin'

/**
 * The head of a folder, where it has one with this key. Null where there is none, another's or a damaged one: then it is
 * trained. Its arrays: bytes of the inner and outer weights (whole numbers from -127 to 127), the inner rows' and outer
 * rows' steps, the biases.
 */
export async function loadHead(folder: string, key: string): Promise<HeadModel | null> {
  const kept = await readKept(join(folder, headFileName)).catch(() => null)
  if (kept === null || kept === 'damaged' || kept.key !== key) return null
  const { dimensions = 0, hidden = 0, classes = 0 } = kept.numbers
  const floats = 2 * (hidden + classes)
  const weights = hidden * dimensions + classes * hidden
  if (kept.body.length !== weights + 4 * floats) return null
  const values = new Float32Array(kept.body.buffer, 0, floats)
  const bytes = new Int8Array(kept.body.buffer, 4 * floats)
  return {
    dimensions,
    hidden,
    classes,
    inner: enlarged(bytes.subarray(0, hidden * dimensions), values.subarray(0, hidden)),
    innerBias: values.slice(hidden + classes, 2 * hidden + classes),
    outer: enlarged(bytes.subarray(hidden * dimensions), values.subarray(hidden, hidden + classes)),
    outerBias: values.slice(2 * hidden + classes),
  }
}

/** Keeps a head as `sentence-head.bin`, a byte a weight. Throws where it can't be written. */
export async function saveHead(folder: string, key: string, head: HeadModel): Promise<void> {
  const { dimensions, hidden, classes, innerBias, outerBias } = head
  const inner = reduced(head.inner, hidden)
  const outer = reduced(head.outer, classes)
  const steps = [inner.steps, outer.steps, innerBias, outerBias]
  const parts = [...steps, inner.bytes, outer.bytes]
  await writeKept(folder, headFileName, { key, numbers: { dimensions, hidden, classes }, parts })
}

/** A byte for each weight, and for each row the step that it counts in. */
function reduced(weights: Float32Array, rows: number): { bytes: Int8Array; steps: Float32Array } {
  const width = weights.length / rows
  const steps = Float32Array.from({ length: rows }, (_, row) => {
    const largest = weights
      .subarray(row * width, (row + 1) * width)
      .reduce((most, one) => Math.max(most, Math.abs(one)), 0)
    return largest / 127 || 1
  })
  return {
    bytes: Int8Array.from(weights, (one, at) => Math.round(one / (steps[Math.floor(at / width)] as number))),
    steps,
  }
}

function enlarged(bytes: Int8Array, steps: Float32Array): Float32Array {
  const width = bytes.length / steps.length
  return Float32Array.from(bytes, (one, at) => one * (steps[Math.floor(at / width)] as number))
}
