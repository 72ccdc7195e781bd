import type { Words } from '../../language/words.ts'
import { phraseSet } from '../../text/phrases.ts'
import type { AmountReader } from '../amounts.ts'
import { placeOf } from '../figures.ts'
import type { Cue } from '../findings.ts'
import type { CueReader } from './cue-reader.ts'

const highestRating = 5

/** "4 stars and up", "rated above 4", "at least 4.5 out of 5", "well rated". An upper limit on a rating is none. */
export function createRatingReader(words: Words, readAmount: AmountReader): CueReader {
  const units = phraseSet(words.rating.units)
  const cues = phraseSet(words.rating.cues)
  const high = phraseSet(words.rating.high)
  const { limits } = words
  const most = phraseSet([...limits.max_exclusive, ...limits.max_inclusive])
  const least = phraseSet([...limits.min_exclusive, ...limits.min_inclusive, ...limits.around])

  return (tokens) => {
    const found: Cue[] = high
      .all(tokens)
      .map(({ from, to }) => ({ ...placeOf(tokens, from, to), kind: 'rating', minRating: words.rating.high_means }))
    tokens.forEach((_, index) => {
      const amount = readAmount(tokens, index)
      if (amount === null || amount.money || amount.value > highestRating || amount.value < 1) return
      const plus = least.at(tokens, amount.to)?.to ?? amount.to
      const unit = units.at(tokens, amount.to) ?? units.at(tokens, plus)
      const limit = least.before(tokens, index)
      const start = limit?.from ?? index
      const cue = cues.before(tokens, start)
      const below = most.before(tokens, index) !== null || most.at(tokens, unit?.to ?? amount.to) !== null
      if ((unit === null && cue === null) || below) return
      found.push({
        ...placeOf(tokens, cue?.from ?? start, unit?.to ?? amount.to),
        kind: 'rating',
        minRating: amount.value,
      })
    })
    return found
  }
}
