import type { Bert } from '../model-thread/bert.ts'
import { firstTokens } from '../model-thread/first-tokens.ts'

/** Tokens that sentence-transformers' MiniLM reads of a text, its two marks included. */
export const longestInput = 256

/** A text's first 256 tokens, marks included; none where the model knows no token of it. */
export function tokenIds({ tokenizer, marks }: Pick<Bert, 'tokenizer' | 'marks'>, text: string): readonly number[] {
  const ids = firstTokens(tokenizer, text, longestInput - marks.length)
  if (ids.every((id) => id === tokenizer.model?.unk_token_id)) return []
  return [...marks.slice(0, 1), ...ids, ...marks.slice(1)]
}
