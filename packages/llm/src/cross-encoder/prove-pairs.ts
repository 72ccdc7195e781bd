import { ModelFault } from '../model-thread/model-fault.ts'
import type { TextPair } from './pair-model.ts'

/** Questions, each with a text that answers it. */
const answered: readonly TextPair[] = [
  { query: 'How long do I have to return an item?', text: 'You can return an item within thirty days of delivery.' },
  { query: 'How long does the battery last?', text: 'The battery lasts eighteen hours on one charge.' },
  { query: 'How much is shipping to Ireland?', text: 'Shipping to Ireland is five euros.' },
  { query: 'Can I pay with a gift card?', text: 'Pay with a credit card or a gift card at the checkout.' },
]

/** Logits. Low, for models whose logits lie close together. */
const leastMargin = 0.5

/**
 * Garbled weights load without an error and give noise: so each question's answer must score above the next question's
 * answer. All round the circle no model does that without reading both. Rejects with ModelFault.
 */
export async function provePairs(score: (pair: TextPair) => Promise<Float32Array>): Promise<void> {
  for (const [i, { query, text }] of answered.entries()) {
    const [related] = await score({ query, text })
    const [unrelated] = await score({ query, text: answered[(i + 1) % answered.length]!.text })
    if (!(related! - unrelated! >= leastMargin)) {
      throw new ModelFault(
        'damaged',
        'the weights are garbled (a probe text that answers is not above one that does not)',
      )
    }
  }
}
