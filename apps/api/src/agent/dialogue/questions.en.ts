/** Where a second question begins: a joiner, and a word that asks. */
const second =
  /(?:\s*[,;?]\s*(?:and|or)?|\s+and)\s+(?=(?:also\s+)?(?:how (?:much|long|many|fast|soon|far|do|can|is)|when|where|which|who|what|do you|can i|is (?:it|there|that)|does it|are there)\b)/i
const asks =
  /\b(?:how|when|where|which|who|what|do you|can i)\b|^\W*(?:(?:and|but|so|ok|hi|hello)\W+)*(?:is|are|does|do|can|will)\b/i
const it = /\b(?:it|that|this)\b/i

/** Words of a question that are not what it is about. */
const around =
  /^(?:how|much|many|long|when|where|which|who|what|is|are|do|does|the|a|an|your|you|i|it|for|of|to|cost|costs?|pay|can|will|would|and|also|please|get|have|there)$/i

/** Most words of what a question is about that stand in for "it" in the next. */
const mostWords = 3

/** "How much is shipping and when is it free?" asks two things; the second is about what the first is. */
export function questionsIn(text: string): readonly string[] {
  const match = second.exec(text)
  if (match === null) return [text]
  const first = text.slice(0, match.index)
  const rest = text.slice(match.index + match[0].length)
  if (!asks.test(first) || first.split(/\s+/).length < 2) return [text]
  const subject = (first.match(/[\p{L}\p{N}'-]+/gu) ?? []).filter((word) => !around.test(word))
  const stands = subject.length > 0 && subject.length <= mostWords
  return [first, stands ? rest.replace(it, subject.join(' ')) : rest]
}
