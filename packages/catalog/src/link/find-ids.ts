import type { ProductRecord } from '@marketplace-agent/domain'
import type { Span } from './span.ts'

const spoken =
  /\b(?:product|item|article)s?\s{0,3}(?:(?:with\s)?(?:the\s)?(?:id|no\.?|nr\.?|number|code)\s{0,3}(?:is\s)?)?[#:]?\s{0,3}(\d{1,9})\b(?![.,]?\d|\s*(?:[-%]|years?\b|months?\b|weeks?\b|days?\b|hours?\b|inch|times?\b|of\b|stars?\b|(?!(?:an|as|at|by|do|if|in|is|it|me|my|no|on|or|so|to|up|we)\b)[a-z]{1,2}\b))/gi

/** Products by their id, where a word says so: "product 7", "item #7". */
export function findIds(text: string, get: (id: number) => ProductRecord | undefined): Span[] {
  return [...text.matchAll(spoken)].flatMap((match) => {
    const product = get(Number(match[1]))
    if (product === undefined) return []
    const candidates = [{ id: product.id, score: 0.95 }]
    return [
      { kind: 'product' as const, start: match.index, end: match.index + match[0].length, candidates, whole: true },
    ]
  })
}
