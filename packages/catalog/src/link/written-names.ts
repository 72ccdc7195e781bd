const sentenceStart = /(?:^|[.!?:\n])\s*$/
const quote = /["'“”‘’«»]/

/** In quotes, alone, or every word of it with a capital that no sentence's start accounts for. */
export function isWrittenAsName(text: string, start: number, end: number): boolean {
  if (!/[\p{L}\p{N}]/u.test(text.slice(0, start) + text.slice(end))) return true
  if (quote.test(text[start - 1] ?? '') && quote.test(text[end] ?? '')) return true
  if (text === text.toUpperCase()) return false
  const words = text.slice(start, end).split(/[^\p{L}\p{N}'’]+/u)
  if (!words.every((word) => /^[\p{Lu}\p{N}]/u.test(word)) || !/\p{Lu}/u.test(words.join(''))) return false
  return words.length > 1 || !sentenceStart.test(text.slice(0, start))
}

const notBefore =
  /(?:[$€£¥₹#]|\d[\s,.-]*|\b(?:orders?|ord|numbers?|no|nr|id|code|under|over|below|above|than|in|since|around|to|from|between|paid|pay|costs?|price|budget|max|maximum|min|minimum|year)\b[\s.:]*)$/i
const notAfter =
  /^\s*(?:[$€£¥₹%]|(?:dollars?|bucks|usd|euros?|eur|pounds?|quid|gbp|yen|jpy|units?|pieces?|pcs|times|years?|months?|weeks?|days?|hours?)\b|\d)/i
const fewestDigits = 3

/** Whether a number that is a product's whole name ("501", "1984") is meant as it, and is no price, year or other number. */
export const isNumberAsName = (text: string, start: number, end: number): boolean =>
  end - start >= fewestDigits &&
  !notBefore.test(text.slice(Math.max(0, start - 20), start)) &&
  !notAfter.test(text.slice(end))
