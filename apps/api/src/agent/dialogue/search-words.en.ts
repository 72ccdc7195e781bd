import type { Catalog } from '@marketplace-agent/catalog'
import type { Clause } from '@marketplace-agent/intent'
import { contentWords } from './content-words.en.ts'

type Mentions = Clause['entities']['mentions']

/** Words of people's lives and of what they do, which say no more of goods than that somebody wants them. */
const ofPeople = new Set(
  `son sons daughter daughters kid kids child children boy girl baby wife husband partner girlfriend boyfriend mum mom mother
   dad father parents grandma grandpa grandmother grandfather brother sister uncle aunt nephew niece friend friends family
   colleague colleagues boss team coworker guy girls boys person people man woman men women someone somebody anybody
   birthday christmas xmas anniversary wedding present presents gift gifts occasion week weeks month months year years day
   days today tomorrow tonight weekend morning evening summer winter spring autumn start starts started starting needs
   loves loved likes liked enjoys hates wants run runs running use uses used using turns turning going goes moving moved
   suit suits died broke broken old small little bit lot lots couple dozen half grand pair real life own hi`.split(
    /\s+/,
  ),
)

/** Numbers in words are counted, as those in figures are left out. */
const numbers = new Set(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
   nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million`.split(/\s+/),
)

const lead = String.raw`(?:with|without|w\/|for|that|that's|which|has|have|having|can|supports?|featur\w+|made (?:of|from)|and|or|in)`
const filler = String.raw`(?:(?:a|an|the|some|any|no|is|are|has|have|can|does|good|great|built[ -]in)\s+)*`
/** "For our office": whose it will be, not what it is. */
const owner = String.raw`(?:my|our|his|her|their|your)\b`

const mostDenied = 2

/** A mention, blanked out. */
const thing = '\u0001'

/**
 * The words of a clause to search the catalogue by: those that goods have among the kinds named, and at most two that could be
 * a feature, though nothing has them: beside what is looked for ("foldable phones"), or after "with", "for" and the like. What
 * else a customer tells is no part of the search.
 */
export function searchWords(clause: Clause, catalog: Catalog, categories: readonly string[]): string[] {
  const words = contentWords(clause)
    .split(' ')
    .filter(
      (word) =>
        word !== '' && !ofPeople.has(word) && !numbers.has(word) && !/['’]s?$|['’](?:s|re|ve|ll|d|m)$/.test(word),
    )
  const limits = categories.length === 0 ? {} : { categories }
  const has = (word: string) => catalog.query({ ...limits, text: word, limit: 1 }).total > 0
  const kinds = clause.entities.mentions.some(({ kind }) => kind !== 'attribute')
  const text = withoutMentions(clause.text, clause.start, clause.entities.mentions)
  let denied = 0
  return words.filter((word) => {
    if (has(word)) return true
    if (kinds && !couldBeFeature(word, text)) return false
    denied += 1
    return denied <= mostDenied
  })
}

function couldBeFeature(word: string, text: string): boolean {
  const said = word.replaceAll(/[^\p{L}\p{N}]/gu, (sign) => `\\u{${(sign.codePointAt(0) as number).toString(16)}}`)
  return new RegExp(
    String.raw`\b${lead}\s+${filler}(?:(?!${owner})[\p{L}-]+\s+)?${said}(?![\p{L}])|(?<![\p{L}])${said}\s+(?:[\p{L}-]+\s+)?${thing}`,
    'iu',
  ).test(text)
}

function withoutMentions(text: string, start: number, mentions: Mentions): string {
  let rest = text
  for (const mention of mentions) {
    const [from, to] = [mention.start - start, mention.end - start]
    if (from >= 0 && to <= text.length) rest = rest.slice(0, from) + thing.repeat(to - from) + rest.slice(to)
  }
  return rest
}

const forWhat = /^\s+(?:for|to fit|that fits?|to go with)\s+(?:(?:a|an|the|my|our|your|any|these|those|this)\s+)?$/i

/**
 * "Sleeves for laptops": the kind that is looked for and, in the customer's word, the kind that it is for. Null where a
 * clause says no such thing.
 */
export function kindForKind({ text, start, entities }: Clause): { readonly kind: string; readonly for: string } | null {
  const kinds = entities.mentions.filter(({ kind, negated }) => kind === 'category' && !negated)
  const [one, other] = kinds
  if (one === undefined || other === undefined || kinds.length > 2) return null
  if (!forWhat.test(text.slice(one.end - start, other.start - start))) return null
  return { kind: String(one.candidates[0]?.id), for: text.slice(other.start - start, other.end - start).toLowerCase() }
}
