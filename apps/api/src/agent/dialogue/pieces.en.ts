const asking = String.raw`(?:how|what|what's|whats|which|who|when|where|is|are|does|do|can|could|has|have|will|would)`

/** Where a further question begins: a joiner, and a word that asks. */
const further = new RegExp(
  String.raw`(?:\s*[,;?]\s*(?:and\s+|or\s+)?|\s+and\s+)(?:also\s+|then\s+)?(?=${asking}\b)`,
  'gi',
)

const asks = new RegExp(
  String.raw`^\W*(?:(?:hi|hello|hey|and|so|ok|okay|also|please|pls|now|then|well|tell me|can you tell me|i want to know|i'd like to know)\b\W*)*${asking}\b`,
  'i',
)

/** Where each of the questions of a text stands ("how much is it and is it waterproof?"); one piece where it isn't several. */
export function piecesOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  const marks = [...text.matchAll(further)]
  const starts = [0, ...marks.map((mark) => mark.index + mark[0].length)]
  const ends = [...marks.map(({ index }) => index), text.length]
  const pieces = starts.map((start, at) => ({ start, end: ends[at] ?? text.length }))
  const whole = [{ start: 0, end: text.length }]
  return pieces.every(({ start, end }) => asks.test(text.slice(start, end))) ? pieces : whole
}
