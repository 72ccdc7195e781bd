import type { ShopSettings } from '@marketplace-agent/domain'
import type { Mention } from '../types.ts'
import { isTalk } from '../words/english.ts'
import { soundOf } from '../words/sound.ts'
import { type Token, tokenize } from '../words/tokens.ts'
import { builtInAttributes } from './built-in-attributes.ts'
import type { Span } from './span.ts'

const score = 0.85

/**
 * Finds what of a product is asked for by a word of English that sounds like its name: "pro 12 prise". Only where nothing
 * else is said beside the product.
 */
export function createMisspeltFinder(settings: ShopSettings) {
  const bySound = new Map<string, string>()
  const names: readonly (readonly [string, readonly string[]])[] = [
    ...Object.entries(builtInAttributes),
    ...settings.specs.map(({ id, label, aliases }) => [id, [label, ...aliases]] as const),
  ]
  for (const [id, called] of names) {
    for (const name of called) {
      const [word, more] = tokenize(name)
      if (word === undefined || more !== undefined || isShort(word)) continue
      const sound = soundOf(word.text)
      if (!bySound.has(sound)) bySound.set(sound, id)
    }
  }
  return (mentions: readonly Mention[], tokens: readonly Token[]): Span | null => {
    const [product, other] = mentions
    if (product?.kind !== 'product' || other !== undefined) return null
    const [word, more] = tokens.filter(
      ({ text, start, end }) => !isTalk(text) && (end <= product.start || start >= product.end),
    )
    const id = word === undefined || more !== undefined ? undefined : bySound.get(soundOf(word.text))
    if (word === undefined || id === undefined) return null
    return { kind: 'attribute', start: word.start, end: word.end, candidates: [{ id, score }], whole: true }
  }
}

const shortest = 4

/** Too short a word to be told by its sound. */
const isShort = ({ text }: Token) => text.length < shortest
