import type { Tokenizer } from '@huggingface/tokenizers'

/** No cut within a word changes more tokens than this: WordPiece takes a word of more than 100 letters as unknown. */
const margin = 100
/** Characters. */
const firstWindow = 4096

/**
 * A text's first tokens, `most` of them, without marks: exactly those that the whole text would begin with, though of a long
 * one only as much is read as that takes.
 */
export function firstTokens(tokenizer: Tokenizer, text: string, most: number): number[] {
  for (let window = firstWindow; ; window *= 4) {
    const { ids } = tokenizer.encode(text.slice(0, window), { add_special_tokens: false })
    if (window >= text.length || ids.length >= most + margin) return ids.slice(0, most)
  }
}
