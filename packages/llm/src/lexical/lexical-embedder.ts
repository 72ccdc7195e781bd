import { CodedError } from '@marketplace-agent/domain'
import { stemmer } from 'stemmer'
import type { Embedder } from '../embedder.ts'
import { functionWords } from './function-words.ts'

const dimensions = 384
/** Part of the id: raise it with every change that moves a vector. */
const version = 1

const shortestGram = 3
const longestGram = 5
/** Squared length of a word's n-grams together, its stem having 1. */
const gramShare = 2
const cachedWords = 20_000
/** Letters. Nobody says a longer one twice, and its n-grams are many. */
const longestCached = 40

const wordPattern = /[\p{L}\p{M}\p{N}]+(?:['’]\p{L}+)*/gu

/**
 * Embeds by spelling alone: hashed word stems and character n-grams (3 to 5, the word's ends marked), signed, with
 * sublinear counts; function words only where there are no others. Needs no download and no training; near spellings and
 * inflections of one word come near each other.
 */
export function createLexicalEmbedder(): Embedder {
  const features = new Map<string, WordFeatures>()

  function featuresOf(word: string): WordFeatures {
    if (word.length > longestCached) return wordFeatures(word)
    let found = features.get(word)
    if (found === undefined) {
      if (features.size >= cachedWords) features.clear()
      found = wordFeatures(word)
      features.set(word, found)
    }
    return found
  }

  function embedOne(text: string): Float32Array {
    const vector = new Float32Array(dimensions)
    for (const [word, count] of countWords(text)) {
      const { buckets, weights } = featuresOf(word)
      const damping = 1 + Math.log(count)
      for (let i = 0; i < buckets.length; i++) vector[buckets[i]!]! += damping * weights[i]!
    }
    return toUnitLength(vector)
  }

  return {
    id: `lexical-${dimensions}-v${version}`,
    kind: 'lexical',
    dimensions,
    async embed(texts, { signal }) {
      return texts.map((text) => {
        if (signal.aborted) throw new CodedError('aborted', 'Embedding was stopped.', { cause: signal.reason })
        return embedOne(text)
      })
    },
    async close() {
      features.clear()
    },
  }
}

interface WordFeatures {
  readonly buckets: Uint16Array
  readonly weights: Float32Array
}

function countWords(text: string): Map<string, number> {
  const words = (text.toLowerCase().match(wordPattern) ?? []).map(plainWord)
  const content = words.filter((word) => !functionWords.has(word))
  const counts = new Map<string, number>()
  for (const word of content.length > 0 ? content : words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** Without accents, apostrophes and the possessive's s. */
const plainWord = (word: string) =>
  /^[a-z0-9]+$/.test(word)
    ? word
    : word
        .replace(/['’]s$/, '')
        .normalize('NFKD')
        .replace(/['’]|[\u{300}-\u{36f}]/gu, '')

function wordFeatures(word: string): WordFeatures {
  const marked = `^${word}$`
  const hashes = [hash(stemmer(word), 0, Infinity)]
  for (let length = shortestGram; length <= longestGram; length++) {
    for (let start = 0; start + length <= marked.length; start++) hashes.push(hash(marked, start, start + length))
  }
  const gramWeight = Math.sqrt(gramShare / Math.max(1, hashes.length - 1))
  return {
    buckets: Uint16Array.from(hashes, (value) => (value >>> 1) % dimensions),
    weights: Float32Array.from(hashes, (value, i) => (value & 1 ? 1 : -1) * (i === 0 ? 1 : gramWeight)),
  }
}

/** FNV-1a over UTF-16 units, its bits mixed once more, since the lowest ones choose sign and bucket. */
function hash(text: string, start: number, end: number): number {
  let value = 0x811c9dc5
  for (let i = start; i < Math.min(end, text.length); i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  value = Math.imul(value ^ (value >>> 15), 0x85ebca6b)
  return (value ^ (value >>> 13)) >>> 0
}

function toUnitLength(vector: Float32Array): Float32Array {
  let squares = 0
  for (let i = 0; i < vector.length; i++) squares += vector[i]! * vector[i]!
  if (squares === 0) return vector
  const scale = 1 / Math.sqrt(squares)
  for (let i = 0; i < vector.length; i++) vector[i]! *= scale
  return vector
}
