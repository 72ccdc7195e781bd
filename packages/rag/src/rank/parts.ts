import { tokenise } from '../text/tokenise.ts'
import { wordWeight } from '../text/word-weight.ts'

/** One of the things that a question asks. */
export interface Part {
  readonly text: string
  /** The part that says what it is about; empty where it says so itself. */
  readonly about: string
}

const mostParts = 3
const asking = String.raw`(?:how|what|whats|what['’]s|when|where|which|who|why|until|can|could|do|does|is|are|will|would|should|must|may)\b`
const joint = new RegExp(
  String.raw`\s*(?:[,;]\s*(?:and\s+|or\s+)?|[?]\s*(?:and\s+)?|\s(?:and|but|plus)\s+)(?:also\s+)?(?=${asking})`,
  'i',
)
/** Not "when I return it, who pays": there the first part is only a condition. */
const opening =
  /\b(?:how|what|whats|which|who|why|(?:when|where)(?:['’]s| (?:do|does|did|is|are|will|can|could|would|should|must|may)))\b|^\W*(?:(?:and|but|so|also|ok|hi|hello|hey|please|then|well)\b\W*)*(?:can|could|do|does|is|are|will|would|should|must|may)\b/i
const pointing = /\b(?:it|its|that|this|they|them|those|these)\b/i

/** What is asked of something, without saying of what. */
const askedOnly = /^(?:costs?|prices?|fees?|free|deadline|expensive|cheap|possible)$/

/** Whether a question has a word of its own that says what it is about. */
const hasSubject = (text: string) => tokenise(text).some(({ word }) => wordWeight(word) === 1 && !askedOnly.test(word))

/** Whether a question leans on what was talked about: it points there, or says nothing itself. */
export const leansOn = (text: string): boolean => pointing.test(text) || !hasSubject(text)

/**
 * The things that a question asks, one by one ("how long may I return it and what does it cost"); itself where it is
 * one. A part that points to what was asked before goes on from the first, and a first that says nothing ("how much and
 * how long does delivery take") from the next.
 */
export function partsOf(question: string): readonly Part[] {
  const whole = [{ text: question, about: '' }]
  const pieces = question.split(joint).filter((piece) => /\p{L}/u.test(piece))
  if (pieces.length < 2 || pieces.length > mostParts || !opening.test(pieces[0]!)) return whole
  const subject = pieces.find(hasSubject)
  if (subject === undefined) return whole
  const leaning = pieces.map((text, i) => leansOn(text) && (i > 0 || text !== subject))
  return pieces.map((text, i) => {
    const before = pieces.slice(0, i).findLast((_piece, j) => !leaning[j]) ?? subject
    return { text, about: leaning[i] ? before : '' }
  })
}
