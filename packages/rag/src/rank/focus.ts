import type { Embedder } from '@marketplace-agent/llm'
import { tokenise } from '../text/tokenise.ts'
import { wordWeight } from '../text/word-weight.ts'

const opensQuestion =
  /^(?:(?:and|but|so|also|now|then|well|ok|hi|hello|please)[,\s]+)*(?:how|what|whats|what's|when|where|which|who|why|can|could|do|does|did|is|are|will|would|should|may|am)\b/i

/** Customers do without capitals. */
const sentenceEnd = /(?<=[.!?])\s+|\n+/

/**
 * What of a message to look up: of several sentences those that ask something (with a word that says what about), since
 * the story around a question is about other things; else all of it.
 */
export function focusOf(message: string): string {
  const sentences = message.split(sentenceEnd).filter((sentence) => sentence.trim() !== '')
  if (sentences.length < 2) return message
  const asking = sentences.filter(
    (sentence) =>
      (sentence.endsWith('?') || opensQuestion.test(sentence)) &&
      tokenise(sentence).some(({ word }) => wordWeight(word) === 1),
  )
  return asking.length > 0 ? asking.join(' ') : message
}

/**
 * What of a message is embedded. Spellings count word by word; a sense is of the whole, which is embedded for the intent,
 * too, in the very same words, so that both need one vector.
 */
export const wordsToEmbed = (message: string, kind: Embedder['kind']): string =>
  kind === 'semantic' ? message.trim() : focusOf(message)
