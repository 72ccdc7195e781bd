import { createSpeller } from './spelling.ts'
import { tokenize } from './tokens.ts'

/** Puts slips of the pen in a message right. */
export type Corrector = (message: string) => string

/** Signs that tie a word to what stands beside it: an e-mail address, a number, a model's name. */
const tied = /[@_\d/\\#&+-]/

/** A full stop ties, too, unless something ends there. */
const ties = (message: string, index: number, step: 1 | -1) => {
  const sign = message[index] ?? ' '
  if (sign === '.') return /[\p{L}\p{N}]/u.test(message[index + step] ?? ' ')
  return tied.test(sign)
}

/**
 * A corrector towards words that customers use often. Left as they are: words that somebody writes (`known`: those of the
 * language, of the shop's products and of its documents), names (a capital where no sentence begins), and parts of an
 * address, a number or a model's name, and slips that may as well be one of `rivals`.
 */
export function createCorrector(
  common: Iterable<string>,
  known: ReadonlySet<string>,
  rivals: Iterable<string> = [],
): Corrector {
  const spell = createSpeller(common, known, rivals)
  return (message) => {
    const tokens = tokenize(message)
    const shouted = message === message.toUpperCase()
    let corrected = ''
    let from = 0
    spell(tokens).forEach((read, index) => {
      const token = tokens[index]
      if (token === undefined || read.text === token.text) return
      const written = message.slice(token.start, token.end)
      const begins = index === 0 || /[.!?\n]/.test(tokens[index - 1]?.text ?? '')
      const name = /^\p{Lu}/u.test(written) && !shouted && !begins
      if (name || !/^\p{L}+$/u.test(written)) return
      if (ties(message, token.start - 1, -1) || ties(message, token.end, 1)) return
      corrected += message.slice(from, token.start) + read.text
      from = token.end
    })
    return from === 0 ? message : corrected + message.slice(from)
  }
}
