import type { Clause } from '@marketplace-agent/intent'
import { placeOfTheOne, saysTheOther } from './follow-up-words.en.ts'

const asking =
  /^\W*(?:(?:and|but|so|ok(?:ay)?|well|then|please|pls|hi|hey|now)\b\W*)*(?:what|which|who|whose|where|when|why|how|do|does|did|is|are|was|were|can|could|would|will|should|have|has|any|anything|show|tell|give|find|list|compare|i need|i want|i'?d like|i am looking|i'?m looking|looking for)\b/i

const pointing = /\b(?:it|its|it's|this|that|these|those|they|them|their|one|ones)\b/i

/** Most words of what is only said by the way. */
const mostWords = 14

/**
 * A clause without the sentences before its question that name nothing: "hm, too much. anything cheaper?" asks for what is
 * cheaper. What was read off them ("it is here already") says nothing about the question.
 */
export function withoutAside(clause: Clause): Clause {
  const { text, start, masked, entities, act } = clause
  if (act !== 'ask') return clause
  const sentences = [...text.matchAll(/[^.!?…]+[.!?…]*\s*/g)]
  const first = sentences.findIndex(
    ([sentence], index) =>
      sentence.includes('?') ||
      asking.test(sentence) ||
      placeOfTheOne(sentence) !== null ||
      saysTheOther(sentence) ||
      sentence.split(/\s+/).length > mostWords ||
      entities.mentions.some(({ start: from }) => {
        const begins = start + (sentences[index]?.index ?? 0)
        return from >= begins && from < begins + sentence.length
      }) ||
      /[\d@]/.test(sentence),
  )
  const cut = sentences[first]?.index ?? 0
  if (first < 1 || cut === 0) return clause
  const rest = text.slice(cut)
  return {
    ...clause,
    text: rest,
    start: start + cut,
    masked: masked.slice(cut),
    entities: { ...entities, pronoun: entities.pronoun && pointing.test(rest) },
  }
}
