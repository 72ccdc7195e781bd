import type { Catalog } from '@marketplace-agent/catalog'
import type { Words } from '../../language/words.ts'
import { determiners } from '../../text/english.ts'
import { createPhrases } from '../../text/phrases.ts'
import type { Token } from '../../text/tokens.ts'
import { placeOf } from '../figures.ts'
import type { Comparative, Cue } from '../findings.ts'
import { asksWhich, comparesNamed } from './comparing.en.ts'
import { type CueReader, mentionFrom } from './cue-reader.ts'
import type { SpecNames } from './spec-names.ts'

type Direction = Comparative['direction']
type Meaning = { readonly by: Comparative['by'] | null; readonly direction: Direction | 'better' }

/**
 * "Something cheaper", "a bigger screen", "with more memory": what is wanted beside what was shown. Not where two that are
 * named are compared ("is the X1 cheaper than the X2"), one is picked ("the cheaper one"), or a figure follows ("than 500").
 */
export function createComparativeReader(words: Words, catalog: Catalog, specNames: SpecNames): CueReader {
  const { higher, lower, better } = words.directions
  const entries: (readonly [string, Meaning])[] = [
    ...higher.map((phrase) => [phrase, { by: null, direction: 'higher' }] as const),
    ...lower.map((phrase) => [phrase, { by: null, direction: 'lower' }] as const),
    ...better.map((phrase) => [phrase, { by: null, direction: 'better' }] as const),
  ]
  for (const [phrase, cue] of Object.entries(words.comparatives)) {
    const spec = cue.by === 'spec' ? specNames.first(cue.hints) : null
    const direction = cue.order === 'asc' ? 'lower' : 'higher'
    const by = cue.by === 'spec' ? (spec === null ? null : { spec }) : cue.by
    entries.push([phrase, { by, direction: cue.by === 'rating' ? 'better' : direction }])
  }
  const comparatives = createPhrases(entries)

  const ofAttribute = (id: unknown, direction: Meaning['direction']): Comparative | null => {
    const way = direction === 'better' ? 'higher' : direction
    if (id === 'price') return { by: 'price', direction: direction === 'better' ? 'lower' : direction }
    if (id === 'rating' || id === 'released') return { by: id, direction: way }
    const spec = typeof id === 'string' ? catalog.spec(id) : undefined
    if (spec === undefined) return null
    return { by: { spec: spec.id }, direction: direction === 'better' ? (spec.better ?? 'higher') : direction }
  }

  return (tokens, _, mentions) => {
    const products = mentions.filter((span) => span.placeholder === 'product').length
    return comparatives.all(tokens).flatMap(({ from, to, meaning }): Cue[] => {
      const than = tokens[to]?.text === 'than' || tokens[to]?.text === 'then'
      if (products > 1 || asksWhich(tokens, from) || comparesNamed(tokens, from, mentions)) return []
      if (isPicked(tokens, from, to)) return []
      const attribute = mentionFrom(tokens, to, mentions)
      if (attribute?.placeholder === 'attribute') {
        const comparative = ofAttribute(attribute.mention.candidates[0]?.id, meaning.direction)
        const place = { ...placeOf(tokens, from, to), end: attribute.end }
        return comparative === null ? [] : [{ ...place, kind: 'comparative', comparative }]
      }
      if (meaning.by === null || (than && isFigure(tokens, to + 1))) return []
      // "Cheaper than the X1" is a limit on the price.
      if (than && meaning.by === 'price' && products > 0) return []
      const direction = meaning.direction === 'better' ? 'higher' : meaning.direction
      return [{ ...placeOf(tokens, from, to), kind: 'comparative', comparative: { by: meaning.by, direction } }]
    })
  }
}

/** "The cheaper one", "the lighter of the two": one of those shown, not another. */
function isPicked(tokens: readonly Token[], from: number, to: number): boolean {
  const after = tokens[to]?.text ?? ''
  return (
    tokens[from - 1]?.text === 'the' &&
    (['one', 'of', 'two', '', '?', '.', '!'].includes(after) || tokens[to]?.kind === 'sign')
  )
}

function isFigure(tokens: readonly Token[], index: number): boolean {
  let at = index
  while (determiners.has(tokens[at]?.text ?? '')) at += 1
  const token = tokens[at]
  return token?.kind === 'number' || (token !== undefined && /^\p{Sc}$/u.test(token.text))
}
