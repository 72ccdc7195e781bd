import { knownVectors } from './known-vectors.ts'
import { ModelFault } from '../model-thread/model-fault.ts'

/** A text with one that is near it in sense and one that isn't, without a word in common. */
const senses = [
  ['How do I send a parcel back?', 'Items can be returned by post.', 'The battery lasts two days on one charge.'],
  ['Which of these is the cheapest?', 'This one has the lowest price.', 'Our offices are closed on Sunday.'],
  ['It arrived broken.', 'The item was damaged on delivery.', 'Do you sell red shoes?'],
  ['Can I speak to a person?', 'Please connect me with a human employee.', 'The laptop weighs two pounds.'],
] as const

/**
 * Cosines. The same weights came to 0.986 of themselves in a batch and to 0.996 by another order of the sums, and weights
 * quantised another way stray further; with 64 kB of them garbled they came to 0.5 to 0.7. A few garbled bytes move a vector
 * less than that (40 of them: 0.989 to 1.000): those only a digest tells.
 */
const leastLikeKnown = 0.9
/** Low, for models whose vectors all lie in one corner; all-MiniLM-L6-v2 comes to 0.5. */
const leastMargin = 0.03

/**
 * Garbled weights load without an error and give noise: so the model shows what it makes of texts whose vectors are known
 * and, known or not, that it tells what is near in sense. Throws ModelFault.
 */
export async function proveModel(model: string, embed: (text: string) => Promise<Float32Array>): Promise<void> {
  const proved = (fine: boolean) => {
    if (!fine)
      throw new ModelFault('damaged', "the weights are garbled (a probe text's vector is not what it should be)")
  }
  for (const { text, vector } of knownVectors[model] ?? []) {
    proved(cosine(await embed(text), directionOf(vector)) >= leastLikeKnown)
  }
  for (const [text, near, far] of senses) {
    const vector = await embed(text)
    proved(cosine(vector, await embed(near)) - cosine(vector, await embed(far)) >= leastMargin)
  }
}

const directionOf = (base64: string) => Float32Array.from(Int8Array.from(Buffer.from(base64, 'base64')))

function cosine(a: Float32Array, b: Float32Array): number {
  let product = 0
  for (let i = 0; i < a.length; i++) product += a[i]! * b[i]!
  return product / Math.hypot(...a) / Math.hypot(...b)
}
