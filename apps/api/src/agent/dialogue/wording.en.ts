/** Whether a text is nothing but "both" or "all of it". */
export const meansBoth = (text: string): boolean =>
  /^\W*(?:ok(?:ay)?\W+)?(?:both|all|all of (?:it|them)|both of (?:them|it)|the lot|everything)(?:\s+(?:please|pls|of them|then))*\W*$/i.test(
    text,
  )

/** Whether a text asks, with or without its mark. */
export const soundsLikeQuestion = (text: string): boolean =>
  text.includes('?') || /\b(?:how (?:much|many|long|do|can)|what|when|why|where|which|who)\b/i.test(text)

/** Whether something is named on top of what was named before. */
export const addsOn = (text: string): boolean => /\b(?:too|also|as well|plus|along with|on top)\b|^\W*and\b/i.test(text)

const passing = new Set(
  'a also and as back but do for from i in just it me my now of ok okay one only or order out please pls refund return send so than that the then there this to too want well with'.split(
    ' ',
  ),
)

/** Whether a masked text names things only in passing ("ok, then the …", "and the … of … please"). */
export const onlyPasses = (masked: string): boolean =>
  (
    masked
      .replaceAll(/\{[a-z_]+\}/g, ' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).every((word) => passing.has(word))

/** Whether the words between two counts say that the first is a part of the second: "one of the two". */
export const isPartOf = (between: string): boolean => /^\s+of\s+(?:(?:the|my|our|those|these|them)\s+)?$/i.test(between)
