import type { Catalog } from '@marketplace-agent/catalog'
import type { Words } from '../../language/words.ts'
import { createPhrases } from '../../text/phrases.ts'
import { placeOf } from '../figures.ts'
import type { Cue } from '../findings.ts'
import { type CueReader, mentionFrom } from './cue-reader.ts'
import type { SpecNames } from './spec-names.ts'

/** "cheapest", "best rated", "longest battery life", "lightest"; also "the cheaper one", unless it compares ("cheaper than"). */
export function createSortReader(words: Words, catalog: Catalog, specNames: SpecNames): CueReader {
  const entries = [...Object.entries(words.sort), ...Object.entries(words.comparatives)]
  const cues = createPhrases(
    entries.map(([phrase, cue]) => [phrase, { ...cue, spec: specNames.first(cue.hints) }] as const),
  )
  const priceWords = new Set(words.limits.price_words)

  return (tokens, _, mentions) =>
    cues.all(tokens).flatMap(({ from, to, meaning }): Cue[] => {
      const next = tokens[to]
      // "cheaper than" sets a limit or compares two.
      if (next?.text === 'than') return []
      const descending = meaning.order === 'desc'
      const named = mentionFrom(tokens, to, mentions)
      const attribute = named?.placeholder === 'attribute' ? named.mention.candidates[0]?.id : undefined
      const spec = typeof attribute === 'string' && catalog.spec(attribute) !== undefined ? attribute : null
      const place = { ...placeOf(tokens, from, to), kind: 'sort' as const }
      if (spec !== null) {
        const lowerIsBetter = meaning.by === 'rating' && catalog.spec(spec)?.better === 'lower'
        return [{ ...place, sort: { by: { spec }, descending: descending !== lowerIsBetter } }]
      }
      if (meaning.by === 'spec') {
        return meaning.spec === null ? [] : [{ ...place, sort: { by: { spec: meaning.spec }, descending } }]
      }
      const bestPrice = meaning.by === 'rating' && next !== undefined && priceWords.has(next.text)
      return [{ ...place, sort: bestPrice ? { by: 'price', descending: !descending } : { by: meaning.by, descending } }]
    })
}
