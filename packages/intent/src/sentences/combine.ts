import { softmax } from '../classifier/model.ts'

/** How much the logarithms of both classifiers' probabilities count. */
export interface Weights {
  readonly ngrams: number
  readonly sentence: number
}

/** At these what was held out is likeliest (testing/cross-validate.ts), so that the outcome is calibrated. */
const chosen: Weights = { ngrams: 0.4, sentence: 0.6 }
const least = 1e-9

/** Both classifiers' probabilities of the tasks as one. */
export function combine(ngrams: Float64Array, sentence: Float64Array, weights = chosen): Float64Array {
  return softmax(
    ngrams.map(
      (one, index) =>
        weights.ngrams * Math.log(one + least) + weights.sentence * Math.log((sentence[index] as number) + least),
    ),
  )
}
