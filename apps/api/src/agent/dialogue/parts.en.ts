import { declinedPart } from './declined.en.ts'

/** "1) …", "2. …" at the start or after a space, not a decimal or a count. */
const numbering = /(?:^|\s)(?:\(?[1-9][).]|[1-9]:)\s+(?=\p{L})/gu

function listed(message: string): readonly string[] {
  const marks = [...message.matchAll(numbering)]
  if (marks.length < 2) return []
  const starts = marks.map(({ index }) => index)
  const parts = marks.map((mark, at) => message.slice(mark.index + mark[0].length, starts[at + 1]).trim())
  const before = message.slice(0, starts[0]).trim()
  return (before === '' ? parts : [before, ...parts]).filter((part) => part !== '')
}

/** Where a further thing to do begins: a joiner, and a verb that tells or asks. */
const further =
  /(?:\s*[,;]\s*(?:and\s+|then\s+)?|\s+(?:and|then|also)\s+)(?=(?:(?:please|pls|also|then|i want to|i'd like to)\s+)*(?:cancel|return|refund|change|send|complain|track|show|tell|where|when)\b)/i

/** "…, then tell me if …": what comes after is a thing of its own. */
const afterwards =
  /\s*[,;.]?\s+(?:and\s+)?(?:then|after that|afterwards)\s+(?=(?:please\s+|also\s+)?(?:tell|show|say|check|compare|list|find|give me|look|explain|what|how|is|are|does|do|can|which|will)\b)/i

const superlative = String.raw`(?:best|top|worst|most \p{L}+|least \p{L}+|\p{L}{3,}est)`

/** "Your cheapest tablet and your best TV": each is to be found by itself. */
const best = new RegExp(
  String.raw`^(.*\b(?:the|your|ur)\s+${superlative}\s+(?:\p{L}+\s+){0,3}?\p{L}+)\s+and\s+((?:the\s+|your\s+|ur\s+)?${superlative}\s+(?:\p{L}+\s+){0,3}?\p{L}+\W*)$`,
  'iu',
)

function bestOfTwo(message: string): readonly string[] {
  const [, first, second] = best.exec(message.replaceAll(/\s+/g, ' ')) ?? []
  return first === undefined || second === undefined ? [] : [first, second]
}

function oneAfterAnother(message: string): readonly string[] {
  const match = afterwards.exec(message)
  const [first, rest] =
    match === null ? ['', ''] : [message.slice(0, match.index), message.slice(match.index + match[0].length)]
  return first.trim().includes(' ') && rest !== '' ? [first, rest] : []
}

/** What has the digits of an order's number. */
const numbered = /\d{3,}|\d+\/\d+/

/** Two things to do with two orders ("change … and cancel …"): what is done with one must not be done with the other. */
function ofTwoOrders(message: string): readonly string[] {
  const match = further.exec(message)
  if (match === null) return []
  const [first, rest] = [message.slice(0, match.index), message.slice(match.index + match[0].length)]
  return numbered.test(first) && numbered.test(rest) ? [first, rest] : []
}

/** The parts of a message that are to be read each by itself; one part, or none, where it is read as a whole. */
export function partsOf(message: string): readonly string[] {
  const list = listed(message)
  if (list.length > 1) return list
  const declined = declinedPart(message)
  if (declined === null)
    return [ofTwoOrders, bestOfTwo, oneAfterAnother].map((read) => read(message)).find(({ length }) => length > 0) ?? []
  const rest = message.slice(declined.length).replace(/^[\s,;.!–-]+/, '')
  return rest === '' ? [] : [declined, rest]
}
