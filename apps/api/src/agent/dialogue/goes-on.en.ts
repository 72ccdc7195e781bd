const joiner =
  /^\W*(?:(?:ok|okay|right|hm+|so|cool|thanks|well|but)\W+)*(?:and|n|&|'n'|plus|what about|how about|what if|even|or)\b\s*(?:what about|how about|what)?\s*/i

const openings =
  /^(?:to|in|for|at|with|below|under|above|over|if|when|on|from|by|outside|inside|within|via|as|without|after|before|during)\b/i

const asksItself =
  /\b(?:do|does|did|is|are|was|can|could|will|would|how|why|where|who|which|i want|show|tell|list|find)\b/i

/** Most words of what only adds to the last question ("and if I order for 60?"). */
const mostWords = 8

/** What a text adds to the question before it ("to Canada" of "and to Canada?"); null: it stands by itself. */
export function addedBy(text: string): string | null {
  const rest = text.replace(joiner, '').replace(/[\s.,!?]+$/, '')
  const joined = joiner.test(text)
  if (rest === '' || rest.split(/\s+/).length > mostWords || asksItself.test(rest)) return null
  return joined && openings.test(rest) ? rest : null
}

/** The question before once more, with what is added to it; in the place of what was `added` to it before. */
export function askedWith(question: string, added: string, wasAdded: boolean): string {
  const [opening = ''] = added.split(/\s/)
  const bare = question.replace(/[\s.,!?]+$/, '')
  if (!wasAdded) return `${bare} ${added}?`
  const before = bare.toLowerCase().lastIndexOf(` ${opening.toLowerCase()} `)
  const place = before > 0 ? before : bare.length
  return `${bare.slice(0, place)} ${added}?`
}
