import type { Part } from './cut.ts'
import { type Reading, mix } from './reading.ts'

/** A part with what the classifier says of it. */
export interface ReadPart extends Part {
  readonly reading: Reading
  /** It names something itself. */
  readonly names: boolean
}

/** Parts that make one clause, and the task probabilities of the whole of it. */
export interface Group {
  readonly start: number
  readonly end: number
  readonly probabilities: Float64Array
}

export interface Reader {
  /** Reads a stretch of the message. */
  read(start: number, end: number): Reading
  /** How a stretch refers: it names something itself, it only refers back to what was named before, or neither. */
  refers(start: number, end: number): 'names' | 'back' | 'none'
}

/** From here on a part is taken to say what it seems to, when it is weighed whether it stands for itself. */
const sure = 0.5
const verySure = 0.7
/** Needed of a part that only refers back ("how do I go about it?"), and of two requests about the same. */
const certain = 0.9
/** With fewer words, and nothing named, a part says too little to stand for itself ("how do I?"). */
const leastWords = 3
const mostWordsOfCourtesy = 6
/** How much the part that asks counts in a clause that tells a story around it, beside the whole. */
const shareOfRequest = 0.3

/** "… can you help me?" asks for nothing of its own. */
const pleaForHelp = 'capabilities'
const courtesies = new Set(['greet', 'thank'])
const answers = new Set(['yes', 'no', 'cancel', 'correct', 'repeat'])

/** What belongs together: a request there may follow the story that leads to it. */
const matters: Readonly<Record<string, string>> = {
  order_status: 'purchase',
  delivery: 'purchase',
  refund: 'purchase',
  complaint: 'purchase',
  product_info: 'goods',
  comparison: 'goods',
  general: 'shop',
}

/**
 * Puts the parts of a message together into clauses: a greeting, thanks or an answer stands for itself; two requests stand
 * apart; a story goes with the request that it leads to.
 */
export function group(parts: readonly Part[], reader: Reader): Group[] {
  const { read } = reader
  const groups: Group[] = []
  let open: ReadPart[] = []
  const close = () => {
    if (open.length > 0) groups.push(joined(open, read))
    open = []
  }
  for (const part of overIdleCommas(parts, reader)) {
    if (isCourtesy(part) || (part.joint === 'start' && isAnswer(part))) {
      close()
      groups.push(alone(part))
      continue
    }
    const request = requestOf(open)
    if (request !== null && isRequest(part) && standApart(request, part, reader)) close()
    const last = open.at(-1)
    // What is only a part of a sentence after all is read as one with it.
    if (part.joint === 'weak' && last !== undefined) open.splice(-1, 1, together(last, part, reader))
    else open.push(part)
  }
  close()
  return groups
}

const together = (one: ReadPart, other: Part, { read, refers }: Reader): ReadPart => ({
  start: one.start,
  end: other.end,
  joint: one.joint,
  asks: one.asks || other.asks,
  words: one.words + other.words,
  reading: read(one.start, other.end),
  names: refers(one.start, other.end) === 'names',
})

/** A comma parts only a greeting, thanks or an answer from the rest; "no, the other one" is one answer. */
function overIdleCommas(parts: readonly Part[], reader: Reader): ReadPart[] {
  const { read, refers } = reader
  const kept: ReadPart[] = []
  for (const part of parts) {
    const own: ReadPart = {
      ...part,
      reading: read(part.start, part.end),
      names: refers(part.start, part.end) === 'names',
    }
    const before = kept.at(-1)
    if (part.joint !== 'comma' || before === undefined) {
      kept.push(own)
      continue
    }
    const both = together(before, part, reader)
    const opens =
      before.joint === 'start' && (isCourtesy(before) || (isAnswer(before) && !answers.has(both.reading.task.act)))
    const parted = opens || (part === parts.at(-1) && isCourtesy(own))
    if (parted) kept.push(own)
    else kept.splice(-1, 1, both)
  }
  return kept
}

const isCourtesy = (part: ReadPart): boolean => courtesies.has(part.reading.task.act) && isShort(part)
const isAnswer = (part: ReadPart): boolean =>
  answers.has(part.reading.task.act) && part.reading.score >= verySure && isShort(part)
const isShort = ({ reading, words }: ReadPart) => reading.score >= sure && words <= mostWordsOfCourtesy

const alone = ({ start, end, reading }: ReadPart): Group => ({ start, end, probabilities: reading.probabilities })

const isRequest = ({ reading, asks, names }: ReadPart): boolean => {
  const { act, name } = reading.task
  if (reading.certainty < sure || name === pleaForHelp || courtesies.has(act) || answers.has(act)) return false
  // "Price of the X1 please" asks, too, by what it names.
  const namesGoods = names && reading.certainty >= certain
  return asks || namesGoods || act !== 'ask' || matters[reading.intent] === 'purchase'
}

const isPlea = ({ reading }: ReadPart): boolean => reading.task.act === 'ask' || reading.task.act === 'person'

/** The part of a clause that says what it is about: the surest that asks, else the surest that tells. */
function requestOf(parts: readonly ReadPart[]): ReadPart | null {
  const requests = parts.filter(isRequest)
  const pleas = requests.filter(isPlea)
  const from = pleas.length > 0 ? pleas : requests
  return from.reduce<ReadPart | null>(
    (best, part) => (best === null || part.reading.score > best.reading.score ? part : best),
    null,
  )
}

function standApart(one: ReadPart, other: ReadPart, { refers }: Reader): boolean {
  const [first, second] = [one.reading, other.reading]
  if (first.task.name === second.task.name) return false
  const reference = refers(other.start, other.end)
  if (other.words < leastWords && reference !== 'names') return false
  if (other.joint === 'strong') return true
  if (first.certainty < verySure || second.certainty < (reference === 'back' ? certain : verySure)) return false
  if (matters[first.intent] !== matters[second.intent]) return one.asks || other.asks
  // "It arrived broken. I want my money back." is one, "Do you have it in blue? How much is it?" are two.
  const bothAsk = isPlea(one) && isPlea(other) && other.asks
  return bothAsk && (first.intent !== second.intent || Math.min(first.score, second.score) >= certain)
}

function joined(parts: readonly ReadPart[], read: Reader['read']): Group {
  const [first] = parts as [ReadPart]
  if (parts.length === 1) return alone(first)
  const end = parts.at(-1)?.end ?? first.end
  const whole = read(first.start, end)
  const request = requestOf(parts)
  const probabilities =
    request === null ? whole.probabilities : mix(request.reading.probabilities, whole.probabilities, shareOfRequest)
  return { start: first.start, end, probabilities }
}
