import { type Bert, openBert } from '../model-thread/bert.ts'
import { firstTokens } from '../model-thread/first-tokens.ts'
import { ModelFault } from '../model-thread/model-fault.ts'
import type { ModelModule } from '../model-thread/thread-model.ts'

export interface TextPair {
  readonly query: string
  readonly text: string
}

/** Tokens that the model reads of a pair, its three marks included. */
const longestPair = 512
/** Tokens of the query; the text gets what is left. */
const longestQuery = 64

/** One logit: how well the text answers the query. */
export const openModel: ModelModule<TextPair>['openModel'] = async (runtime, contents) => {
  const bert = await openBert(runtime, contents)
  if (!joinsAsBert(bert)) {
    throw new ModelFault('damaged', "tokenizer.json doesn't join two texts as [CLS] query [SEP] text [SEP]")
  }
  return {
    dimensions: 1,
    async run(pair) {
      const { ids, segments } = encodePair(bert, pair)
      const logits = await bert.run(ids, segments)
      if (logits?.dims.join() !== '1,1' || !(logits.data instanceof Float32Array)) {
        throw new ModelFault('damaged', "the weights don't give one number for two texts")
      }
      return Float32Array.from(logits.data)
    },
    close: () => bert.close(),
  }
}

type Encoder = Pick<Bert, 'tokenizer' | 'marks'>

/** [CLS] query [SEP] in segment 0, text [SEP] in segment 1. */
export function encodePair({ tokenizer, marks }: Encoder, { query, text }: TextPair) {
  const [start, end] = marks as [number, number]
  const first = [start, ...firstTokens(tokenizer, query, longestQuery), end]
  const second = [...firstTokens(tokenizer, text, longestPair - first.length - 1), end]
  return { ids: [...first, ...second], segments: [...first.map(() => 0), ...second.map(() => 1)] }
}

/** Others put two marks between the texts, or one before each. */
function joinsAsBert(encoder: Encoder): boolean {
  const text = 'a'
  const theirs = encoder.tokenizer.encode(text, { text_pair: text }).ids
  return encodePair(encoder, { query: text, text }).ids.join() === theirs.join()
}
