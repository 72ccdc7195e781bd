import type { Chunk } from '../port.ts'

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296
  }
}

const words =
  `return refund parcel courier warranty battery charger cable router signal screen picture sound volume order
  invoice payment card account password address delivery repair exchange label box manual button light reset`.split(
    /\s+/,
  )
const kinds = ['manual', 'faq', 'policy'] as const
const categories = ['laptops', 'phones', null] as const

export interface SamplePassages {
  readonly chunks: readonly Chunk[]
  /** Of unit length, one after the other in the order of the chunks. */
  readonly vectors: { readonly values: Float32Array; readonly dimensions: number }
  readonly queries: readonly { readonly text: string; readonly vector: Float32Array }[]
}

/** Passages of shop words with random vectors; every seventh has the words and the vector of the one before. */
export function samplePassages(count: number, dimensions = 32, seed = 1): SamplePassages {
  const random = seededRandom(seed)
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!
  const phrase = (length: number) => Array.from({ length }, () => pick(words)).join(' ')
  const unitVector = () => {
    const values = Float32Array.from({ length: dimensions }, () => random() - 0.5)
    const length = Math.hypot(...values)
    return values.map((value) => value / length)
  }

  const values = new Float32Array(count * dimensions)
  const chunks: Chunk[] = []
  for (let i = 0; i < count; i++) {
    const twin = i % 7 === 6 ? chunks[i - 1] : undefined
    const text = twin?.text ?? phrase(5 + Math.floor(random() * 30))
    const documentId = `document-${Math.floor(i / 4)}`
    chunks.push({
      id: `${documentId}#${i % 4}`,
      documentId,
      title: 'A title',
      section: twin?.section ?? pick(words),
      kind: kinds[i % 3]!,
      product: i % 5 === 0 ? null : i % 5,
      category: categories[i % 3]!,
      start: 0,
      end: text.length,
      text,
    })
    values.set(twin ? values.subarray((i - 1) * dimensions, i * dimensions) : unitVector(), i * dimensions)
  }
  const queries = Array.from({ length: 12 }, () => ({ text: phrase(3), vector: unitVector() }))
  return { chunks, vectors: { values, dimensions }, queries }
}
