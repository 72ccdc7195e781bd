import type { Span } from './spans.ts'
import { givenNames } from './given-names.en.ts'
import { type IsKnown, fold, isCapitalized } from './words.ts'

const word = String.raw`[\p{L}\p{M}][\p{L}\p{M}'’-]*\.?`
const relation =
  '(?:grand|step|god)?(?:mum|mom|mother|mummy|dad|father|ma|pa|son|daughter|child|kid|baby|sister|brother|sis|bro)(?:-in-law)?|gran|granny|nan|nana|grandpa|grandad|granddad|aunt|auntie|uncle|cousin|niece|nephew|wife|husband|hubby|partner|spouse|fianc[ée]e?|girlfriend|boyfriend|gf|bf|friend|mate|buddy|colleague|coworker|co-worker|boss|neighbou?r|flatmate|roommate|housemate'

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

/** What a name comes after, and other things as well. */
const weakLeadIns: readonly RegExp[] = [
  // "for my mum margaret", "his colleague, piotr"
  new RegExp(String.raw`(?<![\p{L}\p{M}])(?:${relation})(?:['’]?s)?(?:\s*,)?\s+(?:is\s+|called\s+)?`, 'giu'),
  /^\s*(?:hi+|hello|hey|hiya|heya|dear|good (?:morning|afternoon|evening|day))[\s,!.]+/giu,
  /\b(?:gift|present|order(?:ed)?|parcel|package|delivery|bought|got|purchased?|sent|shipped|delivered|addressed|booked|it['’]?s|it is|is|was|one|these|those|them|this)\s+(?:is\s+|are\s+)?(?:for|to|by|from)\s+/giu,
]
/** What two words or more come after that are a name, and other things as well. */
const weakLeadInsToFull = new RegExp(String.raw`\b(?:for|to|by|from|tell|ask|me)\s+(?=${word}\s+${word})`, 'giu')
/** "I'm oluwaseun," and no more. */
const selfNamed = new RegExp(
  String.raw`\b(?:i am|i['’]?m)\s+((?:${word}\s+){0,2}?${word})(?=\s*(?:[,.;:!?\n–-]|$|\s(?:from|here|and|at|of|with|speaking|calling|writing|again|my)\b))`,
  'giu',
)

/** After which a text ends with who wrote it. */
const closing =
  /(?:\b(?:regards|sincerely|faithfully|cheers)\b|\b(?:thanks|thank you|thx|ty|best|wishes|yours|greetings|love|bye|x{1,3})\b[\s!.]*[,\n.!–—-]|\n|\s[-–—~])\s*$/iu
const nameAtEnd = new RegExp(String.raw`^(?:${word}\s+){0,2}${word}\s*[.!]*\s*$`, 'iu')
const mostSigned = 3
/** "oluwaseun here": where something begins, or after what is said to somebody. */
const beforeHere = new RegExp(
  String.raw`(?:^|[,.;:!?\n–—-]|\b(?:hi|hello|hey|hiya|good \p{L}+|yo|pl[sz]|please|thanks|thx|morning|afternoon|evening))[\s,!.]*((?:${word}\s+){1,3})here\b`,
  'giu',
)
/** The last words, set apart from those before. */
const afterthought = new RegExp(String.raw`[,.;!?\n–—-]\s*((?:${word}\s+){0,2}${word})\s*[.!]*\s*$`, 'giu')
/** Words right beside where somebody lives or is reached. */
const besideContact = new RegExp(
  String.raw`(?<![\p{L}\p{M}'’-])((?:${word}\s+){0,2}${word})(?=\s*(?:[,:(–-]|at|of|on|in|from)?\s*\{(?:address|email|phone)\})`,
  'giu',
)

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
  const [possessive = ''] = /['’]s$/.exec(text.slice(start, end)) ?? []
  return end === start ? null : { start, end: end - possessive.length, placeholder: 'name' }
}

/** Whether a sentence begins at a place of a text; not after "P." of "P. Hughes". */
const begins = (text: string, start: number) =>
  /(?:^|(?<!(?<![\p{L}\p{M}])\p{Lu})\.|[!?\n:;]|[.!?]["”')])\s*$/u.test(text.slice(0, start))

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

/** Of a match's first group the words from the first on after which all are unknown. */
function unknownOf(match: RegExpMatchArray, isKnown: IsKnown): Span[] {
  const [whole, group = ''] = match
  const words = [...group.matchAll(/[\p{L}\p{M}][\p{L}\p{M}'’-]*/gu)]
  const last = words.findLastIndex(({ 0: written }) => isKnown(written))
  const first = words[last + 1]
  if (first === undefined) return []
  const from = (match.index ?? 0) + whole.indexOf(group)
  return [{ start: from + first.index, end: from + group.trimEnd().length, placeholder: 'name' }]
}

const spansOf = (text: string, pattern: RegExp, isKnown: IsKnown) =>
  [...text.matchAll(pattern)].flatMap((match) => unknownOf(match, isKnown))

const hasWord = (written: string, isWord: IsKnown) =>
  written.split(/\s+/).some((each) => isWord(each.replace(/\.$/, '')))

/** First groups of which nobody uses a word. */
const wholeOnly = (text: string, pattern: RegExp, isWord: IsKnown) =>
  [...text.matchAll(pattern)].flatMap((match) =>
    hasWord(match[1]?.trim() ?? '', isWord) ? [] : unknownOf(match, isWord),
  )

function afterWeakLeadIn(text: string, isWord: IsKnown): Span[] {
  const after = (pattern: RegExp) =>
    [...text.matchAll(pattern)].flatMap((match) => nameAt(text, match.index + match[0].length, isWord, false) ?? [])
  const full = after(weakLeadInsToFull).filter(({ start, end }) => /\s/.test(text.slice(start, end).trim()))
  return [...weakLeadIns.flatMap(after), ...full]
}

/** Frequent given names wherever they stand, with what follows that nobody uses. */
const given = (text: string, isKnown: IsKnown, isWord: IsKnown): Span[] =>
  [...text.matchAll(/[\p{L}\p{M}]+/gu)].flatMap(({ 0: written, index }) =>
    givenNames.has(fold(written)) && !isKnown(written) ? (nameAt(text, index, isWord, true) ?? []) : [],
  )

/**
 * Names that people give, sign with or call others by, as far as words and capitals tell. `isKnown` knows a few words that
 * are nobody's name, `isWord` all that customers and the shop use.
 */
export function findNames(text: string, isKnown: IsKnown, isWord: IsKnown): readonly Span[] {
  return [
    ...leadIns.flatMap(({ pattern, sure }) =>
      [...text.matchAll(pattern)].flatMap((match) => nameAt(text, match.index + match[0].length, isKnown, sure) ?? []),
    ),
    ...signature(text, isKnown),
    ...given(text, isKnown, isWord),
    ...spansOf(text, beforeHere, isWord),
    ...afterWeakLeadIn(text, isWord),
    ...wholeOnly(text, selfNamed, isWord),
    ...wholeOnly(text, afterthought, isWord),
    ...capitals(text, isKnown),
  ]
}

/** Names beside placeholders of addresses, e-mails and telephone numbers. */
export const findNamesBesideContacts = (text: string, isWord: IsKnown): readonly Span[] =>
  spansOf(text, besideContact, isWord)
