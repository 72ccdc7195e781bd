import type { Span } from './spans.ts'
import { type IsKnown, isCapitalized } from './words.ts'

const word = String.raw`[\p{L}\p{M}][\p{L}\p{M}'’-]*\.?`

/** What a name comes after. `sure`: the next word is one whatever it is. */
const leadIns: readonly { readonly pattern: RegExp; readonly sure: boolean }[] = [
  {
    pattern:
      /\b(?:my|his|her|their|our|the)\s+(?:full |first |last |family |middle |maiden |nick|sur)?name(?:['’]?s|\s+is|\s+was|\s*[:=])\s+/giu,
    sure: true,
  },
  { pattern: /(?:^|[\s,.;(])(?:full |first |last |sur|user)?name\s*[:=]\s*/giu, sure: true },
  { pattern: /\b(?:mr|mrs|ms|mx|dr|prof|professor|miss|madam|frau|herr|mme|señora?)\b\.?\s+/giu, sure: false },
  {
    pattern:
      /\b(?:name|customer|client|recipient|addressee|attn|attention|c\/o|care of|account holder|card ?holder|addressed to|signed(?: for)? by|on behalf of|registered (?:to|for)|(?:in|under) the name(?: of)?|names? of|named|(?:i am|i['’]?m) called|they call me|call me|speak to|spoke (?:to|with)|talked (?:to|with)|ask for)\b\s*[:#-]?\s+/giu,
    sure: false,
  },
  {
    pattern:
      /\b(?:this is|it['’]?s|i am|i['’]?m)\s+(?=\S+(?:\s+\S+)?\s+(?:from|speaking|here|again|calling|writing)\b)/giu,
    sure: false,
  },
]

/** After which a text ends with who wrote it. */
const closing =
  /(?:\b(?:regards|sincerely|faithfully|cheers)\b|\b(?:thanks|thank you|thx|ty|best|wishes|yours|greetings|love|bye|x{1,3})\b[\s!.]*[,\n.!–—-]|\n|\s[-–—~])\s*$/iu
const nameAtEnd = new RegExp(String.raw`^(?:${word}\s+){0,2}${word}\s*[.!]*\s*$`, 'iu')
const mostSigned = 3
const before = new RegExp(String.raw`^\s*(?:(?:hi|hello|hey|good \p{L}+|yo)[\s,!.]+)?((?:${word}\s+){1,2})here\b`, 'iu')

/** Never a name, though it comes after what leads in to one. */
const afterName =
  /^(?:on|in|is|not|wrong|misspell?ed|spell?ed|different|missing|incorrect|the|as|at|and|but|please|same|now|no|with|for|to|was|a|an|my|your)$/i

const mostWords = 4

/** Words from a place on that are one name. */
function nameAt(text: string, start: number, isKnown: IsKnown, sure: boolean): Span | null {
  let end = start
  for (let count = 0; count < mostWords; count++) {
    const match = new RegExp(String.raw`^[ \t]*(${word})`, 'u').exec(text.slice(end))
    const written = match?.[1]
    if (match === null || written === undefined) break
    const bare = written.replace(/\.$/, '')
    const first = count === 0 && sure && !afterName.test(bare)
    const isName = first || !isKnown(bare) || (count > 0 && isCapitalized(bare) && !afterName.test(bare))
    if (!isName) break
    end += match[0].length
  }
  return end === start ? null : { start, end, placeholder: 'name' }
}

/** Whether a sentence begins at a place of a text. */
const begins = (text: string, start: number) => /(?:^|[.!?\n:;]|[.!?]["”')])\s*$/u.test(text.slice(0, start))

/** Words with a capital inside a sentence that neither the shop nor everyday talk knows. */
function capitals(text: string, isKnown: IsKnown): Span[] {
  return [...text.matchAll(/[\p{L}\p{M}][\p{L}\p{M}'’-]*/gu)].flatMap(({ 0: written, index }): Span[] => {
    const bare = written.replace(/['’]s?$/, '')
    const parts = bare.split(/['’-]/)
    if (!isCapitalized(bare) || isKnown(bare) || parts.every((part) => part.length < 2 || isKnown(part))) return []
    const end = index + written.length
    // "Kowalski, where is my order?" is a name; "Wheres my order" is a slip.
    if (begins(text, index) && !/^(?:\s*(?:[,;:!?.]|$)|\s+\p{Lu}\p{Ll})/u.test(text.slice(end))) return []
    return [{ start: index, end, placeholder: 'name' }]
  })
}

/** Of the last words those from the first that nobody knows on, where a close comes right before them. */
function signature(text: string, isKnown: IsKnown): Span[] {
  const words = [...text.matchAll(/[\p{L}\p{M}][\p{L}\p{M}'’-]*/gu)].slice(-mostSigned)
  const first = words.find(
    ({ 0: written, index }) =>
      !isKnown(written) && closing.test(text.slice(0, index)) && nameAtEnd.test(text.slice(index)),
  )
  return first === undefined ? [] : [{ start: first.index, end: text.length, placeholder: 'name' }]
}

/** Names that people give, sign with or call others by, as far as words and capitals tell. */
export function findNames(text: string, isKnown: IsKnown): readonly Span[] {
  const found: Span[] = leadIns.flatMap(({ pattern, sure }) =>
    [...text.matchAll(pattern)].flatMap((match) => nameAt(text, match.index + match[0].length, isKnown, sure) ?? []),
  )
  found.push(...signature(text, isKnown))
  const here = before.exec(text)
  if (
    here?.[1] !== undefined &&
    here[1]
      .trim()
      .split(/\s+/)
      .every((each) => !isKnown(each))
  ) {
    const start = text.indexOf(here[1])
    found.push({ start, end: start + here[1].trimEnd().length, placeholder: 'name' })
  }
  return [...found, ...capitals(text, isKnown)]
}
