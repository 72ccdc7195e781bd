import { remedies as allRemedies } from '@marketplace-agent/domain'
import type { Words } from '../../language/words.ts'
import { determiners } from '../../text/english.ts'
import { phraseSet } from '../../text/phrases.ts'
import { type Token, indexAt } from '../../text/tokens.ts'
import { overlapsAny, placeOf } from '../figures.ts'
import type { Cue } from '../findings.ts'
import type { CueReader } from './cue-reader.ts'
import { createPhraseFinder } from './phrase-cues.ts'

/** What is to make it good: "I don't want a refund, just a replacement". */
export function createRemedyReader({ remedies, negation }: Words): CueReader {
  const find = createPhraseFinder(
    allRemedies.flatMap((remedy) => remedies[remedy].map((phrase) => [phrase, remedy] as const)),
    remedies.exceptions,
  )
  const negatedBefore = phraseSet(remedies.negated_before)
  const negatedAfter = phraseSet(remedies.negated_after)
  const notNegations = phraseSet(negation.not_a_negation)

  function isNegated(tokens: readonly Token[], from: number, to: number): boolean {
    let at = from
    while (at > 0 && determiners.has((tokens[at - 1] as Token).text) && negatedBefore.before(tokens, at) === null)
      at -= 1
    const before = negatedBefore.before(tokens, at)
    const bareNo = before !== null && before.to - before.from === 1 && tokens[before.from]?.text === 'no' && at < from
    const excepted =
      before !== null &&
      [Math.max(0, before.from - 1), before.from].some(
        (index) => (notNegations.at(tokens, index)?.to ?? 0) > before.from,
      )
    return (before !== null && !excepted && !bareNo) || negatedAfter.at(tokens, to) !== null
  }

  return (tokens, spans) => {
    const named = spans.filter(
      ({ placeholder }) => placeholder === 'refund' || placeholder === 'product' || placeholder === 'address',
    )
    const cues: Cue[] = []
    let last: { readonly to: number; readonly negated: boolean } | null = null as {
      to: number
      negated: boolean
    } | null
    for (const { from, to, meaning } of find(tokens)) {
      const place = placeOf(tokens, from, to)
      if (overlapsAny(place, named)) continue
      // "No refund or repair": what is joined by "or" is ruled out too.
      const joint: string =
        last === null
          ? ''
          : tokens
              .slice(last.to, from)
              .map(({ text }) => text)
              .join(' ')
      const negated: boolean =
        isNegated(tokens, from, to) || ((last?.negated ?? false) && /^(?:or|nor)(?: a| an| the| any)?$/.test(joint))
      cues.push({ ...place, kind: 'remedy', remedy: { remedy: meaning, negated } })
      last = { to: indexAt(tokens, place.end), negated }
    }
    return cues
  }
}
