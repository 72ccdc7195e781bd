import type { Words } from './language/words.ts'
import { createPhrases, phraseSet } from './text/phrases.ts'
import { type Token, tokenize } from './text/tokens.ts'
import type { Understanding } from './types.ts'

type Answer = Pick<Understanding, 'answer' | 'repeats'>
export type AnswerReader = (tokens: readonly Token[], masked: () => readonly Token[]) => Answer

/** A message with more words and signs than this tells a story, whatever it begins with. */
const mostTokens = 40

type Piece = 'yes' | 'weak_yes' | 'no' | 'doubt' | 'around'

/** Full stops, commas and exclamation marks change nothing about an answer; skin tones and variants of an emoji neither. */
const isPause = (token: Token | undefined) =>
  token !== undefined &&
  (/^[.,!\-–—]$/.test(token.text) || /^(?:\p{Emoji_Modifier}|\p{Variation_Selector})$/u.test(token.text))
const never = () => false
/** Dots that trail off ("yes...") leave it open. */
const trailsOff = (tokens: readonly Token[]) =>
  tokens.some(({ text }, index) => text === '…' || (text === '.' && tokens[index + 1]?.text === '.'))
const asks = (tokens: readonly Token[]) => tokens.some(({ text }) => text === '?' || text === '？')

/**
 * Reads a message as the answer to a yes-or-no question, strictly by the word lists: it is a yes only where every word of
 * it agrees or is a courtesy. `masked` gives the tokens of the masked message.
 */
export function createAnswerReader({ answers: words }: Words): AnswerReader {
  const pieces = createPhrases<Piece>([
    ...words.around.map((phrase) => [phrase, 'around'] as const),
    ...words.weak_yes.map((phrase) => [phrase, 'weak_yes'] as const),
    ...words.yes.map((phrase) => [phrase, 'yes'] as const),
    ...[...words.no, ...words.bare_no].map((phrase) => [phrase, 'no'] as const),
    ...words.doubts.map((phrase) => [phrase, 'doubt'] as const),
  ])
  const bareNo = phraseSet(words.bare_no)
  const afterBareNo = phraseSet(words.after_bare_no)
  const notAnAnswer = phraseSet(words.not_an_answer)
  const limits = phraseSet(words.limits)
  const repeats = createPhrases(
    Object.entries(words.repeats).flatMap(([task, phrases]) => phrases.map((phrase) => [phrase, task] as const)),
  )
  const lists = [words.yes, words.weak_yes, words.no, words.bare_no, words.around, words.doubts, words.limits]
  const known = new Set(lists.flat().flatMap((phrase) => tokenize(phrase).map(({ text }) => text)))

  return (message, masked) => {
    const tokens = message.map((token) => plain(token, known))
    if (tokens.length === 0 || tokens.length > mostTokens) return { answer: null, repeats: null }
    const task = opens(tokens) ? repeated(masked().map((token) => plain(token, known))) : null
    return task === null ? { answer: answerOf(tokens), repeats: null } : { answer: 'unclear', repeats: task }
  }

  function answerOf(tokens: readonly Token[]): Answer['answer'] {
    const read = readPieces(tokens, 0)
    if (read.to < tokens.length) return partial(tokens, read)
    const open = asks(tokens) || trailsOff(tokens) || read.pieces.includes('doubt')
    const declined = read.pieces.includes('no')
    if (!declined && !read.pieces.some(agrees)) return read.pieces.includes('doubt') ? 'unclear' : null
    // "Ok, never mind" is a no, "yes, never mind" may be anything.
    if (open || (declined && read.pieces.includes('yes'))) return 'unclear'
    return declined ? 'no' : 'yes'
  }

  /** The message begins like an answer, or doesn't, and goes on. */
  function partial(tokens: readonly Token[], read: Read): Answer['answer'] {
    const first = read.pieces.find((piece) => piece !== 'around')
    const rest = tokens.slice(read.to)
    const excepted = read.starts.some((index) => notAnAnswer.at(tokens, index) !== null)
    if (first === undefined) return null
    if (first === 'no' && !excepted)
      return declines(tokens, read) ? 'no' : read.pieces.includes('yes') ? 'unclear' : null
    if (first === 'no') return read.pieces.includes('yes') ? 'unclear' : null
    if (first === 'weak_yes' && !read.pieces.some((piece) => piece !== 'weak_yes' && piece !== 'around')) {
      // "Ok, what is the battery life?" only takes note; "ok, if it's free" doesn't.
      const open = rest.some(
        (_, index) => limits.at(rest, index) !== null || pieces.at(rest, index)?.meaning === 'doubt',
      )
      return open && !asks(tokens) ? 'unclear' : null
    }
    return 'unclear'
  }

  /** "No, only the earbuds", "don't do that, send me a new one": declined, whatever is asked for instead. */
  function declines(tokens: readonly Token[], read: Read): boolean {
    if (read.pieces.some((piece) => piece === 'yes' || piece === 'weak_yes' || piece === 'doubt')) return false
    const rest = tokens.slice(read.to)
    if (rest[0]?.text === '?' || agreesAnywhere(rest)) return false
    const at = read.starts.findLast((_, place) => read.pieces[place] === 'no') ?? 0
    const paused = isPause(tokens[read.to - 1]) || isPause(rest[0])
    const bare = bareNo.at(tokens, at) !== null
    return (
      paused ||
      (bare
        ? afterBareNo.at(rest, 0) !== null
        : /^(?:and|but|because|cause|coz|cuz|i|ill|im)$/.test(rest[0]?.text ?? ''))
    )
  }

  function agreesAnywhere(tokens: readonly Token[]): boolean {
    return tokens.some((_, index) => {
      const piece = pieces.at(tokens, index)?.meaning
      return (
        (piece === 'yes' || piece === 'doubt') &&
        (index === 0 || !/^(?:dont|not|never)$/.test(tokens[index - 1]?.text ?? ''))
      )
    })
  }

  interface Read {
    readonly pieces: Piece[]
    /** Where each begins. */
    readonly starts: number[]
    readonly to: number
  }

  /** As much of the message as is answers, courtesies and pauses. */
  function readPieces(tokens: readonly Token[], from: number, isEnd: (index: number) => boolean = never): Read {
    const found: Piece[] = []
    const starts: number[] = []
    let at = from
    while (at < tokens.length && !isEnd(at)) {
      const match = notAnAnswer.at(tokens, at)
      const piece = pieces.at(tokens, at)
      if (
        piece !== null &&
        (match === null || piece.to > match.to || piece.meaning === 'around' || piece.meaning === 'doubt')
      ) {
        found.push(piece.meaning)
        starts.push(at)
        at = piece.to
      } else if (isPause(tokens[at]) || tokens[at]?.text === '?' || tokens[at]?.text === '…') at += 1
      else break
    }
    return { pieces: found, starts, to: at }
  }

  function opens(tokens: readonly Token[]): boolean {
    const { pieces: found } = readPieces(tokens, 0)
    return found.some(agrees)
  }

  /** The task that a yes says again, where nothing else is said. */
  function repeated(tokens: readonly Token[]): string | null {
    if (asks(tokens) || trailsOff(tokens)) return null
    const before = readPieces(tokens, 0, (index) => repeats.at(tokens, index) !== null)
    const again = repeats.at(tokens, before.to)
    if (again === null || !before.pieces.some(agrees) || before.pieces.some(spoils)) return null
    const after = readPieces(tokens, again.to)
    return after.to === tokens.length && !after.pieces.some(spoils) ? again.meaning : null
  }
}

const agrees = (piece: Piece) => piece === 'yes' || piece === 'weak_yes'
const spoils = (piece: Piece) => piece === 'no' || piece === 'doubt'

/** Letters that are drawn out ("yesss", "nooo") are written once where no list has the word as it is. */
function plain(token: Token, known: ReadonlySet<string>): Token {
  if (token.kind !== 'word' || !/(.)\1/u.test(token.text) || known.has(token.text)) return token
  for (const text of [token.text.replaceAll(/(.)\1{2,}/gu, '$1$1'), token.text.replaceAll(/(.)\1+/gu, '$1')]) {
    if (known.has(text)) return { ...token, text }
  }
  return token
}
