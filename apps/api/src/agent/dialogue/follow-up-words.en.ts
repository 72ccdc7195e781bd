const opening = String.raw`^\W*(?:(?:and|so|ok|okay|but|then|also|well|now|please|hm+|oh|um+|wait|hold on|actually|sorry|hey|thanks|great|cool|nice)\b\W*)*`

const which = new RegExp(
  String.raw`${opening}(?:(?:can|could) you (?:please )?tell me )?(?:which|what(?! about| of)(?:'?s| is| are| one| ones)?\b(?=.*\b\w+(?:er|est)\b)|who has\b|is it the\b.*\bor\b)`,
  'i',
)
const yesOrNo = new RegExp(
  String.raw`${opening}(?:is|isn't|are|aren't|was|does|do|doesn't|did|has|have|would|will)\b`,
  'i',
)
const pointsAtOne =
  /\bthe (?:[^\s,.?!]+ ){1,4}?(?:one|model|option|of (?:the )?two|of (?:them|these|those))\b|\bthe one (?:with|that|which|in|from|by|under|over|for)\b/i
const theOther = /\bthe other(?: one| model| product)?\b|\bnot th(?:at|is) one\b/i
const several =
  /\b(?:they|them|their|these|those|both|the two|the pair|all (?:of )?(?:them|these|those|two|three|four)|each)\b/i
const listed = /\b(?:ones|those|these|them|only|just|results|filter|list)\b/i
const all =
  /\b(?:all|any|every|no|without|remove|drop|clear|reset)\s+(?:the\s+|of the\s+|those\s+|your\s+)?(?:filters?|limits?|restrictions?|criteria|conditions?)\b/i
const free =
  /\b(?:without|no|any|drop|remove|forget|ignore|lift|clear|scrap|leave out|regardless of|never mind|don'?t (?:care about|mind)|doesn'?t matter|not just|not only)\b/i
const overall = /\brat(?:ed|ing|ings)\b|\breview|\bstars?\b|\bscore/i
const price =
  /\bhow (?:much|expensive) (?:is|are|was|for|would|do|does)\b|\bhow much(?:'s)?\b\W*$|\b(?:cost|costs|priced|price tag)\b|\bhow dear\b/i

/** "Which is cheaper?", "what's the lightest?": one of several is to be picked. */
export const asksWhich = (text: string): boolean => which.test(text)

/** "Which one would you recommend?" */
export const asksAdvice = (text: string): boolean =>
  /\b(?:recommend|suggest|advise|pick|choose|prefer|go for|should i (?:get|buy|take))\b/i.test(text)

/** "Is the X1 cheaper …?" wants a yes or a no. */
export const asksYesOrNo = (text: string): boolean => yesOrNo.test(text)

/** "The cheaper one", "the lightest of these", "the one with more memory": one of those shown is meant. */
export const saysTheOne = (text: string): boolean => pointsAtOne.test(text)

const place =
  /\b(?:the )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|latter|former|\d+(?:st|nd|rd|th))\b(?: (?:one|two|three|item|model|option|product)\b)?/i

/** Where in a text one of those shown is pointed at, as offsets of it; null: nowhere. */
export function placeOfTheOne(text: string): { readonly start: number; readonly end: number } | null {
  const found = place.exec(text) ?? pointsAtOne.exec(text)
  return found === null ? null : { start: found.index, end: found.index + found[0].length }
}

/** "The cheapest", without "one". */
export const saysTheMost = (text: string): boolean => /\bthe (?:\w{3,}est|most \w+|least \w+|best|worst)\b/i.test(text)

/** "The other one": of two, the one that isn't talked about. */
export const saysTheOther = (text: string): boolean => theOther.test(text)

/** "They", "both", "these two". */
export const saysSeveral = (text: string): boolean => several.test(text)

/** "It", "this": one, where "these" and "the ones" are several. */
export const saysIt = (text: string): boolean => /\b(?:it|its|it's|this|that)\b/i.test(text)

/** "Ones", "only", "of those": what was listed is gone on from. */
export const saysListed = (text: string): boolean => listed.test(text)

const pointing = new Set(
  `a about and first second third fourth fifth sixth seventh eighth ninth tenth 1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th
   1 2 3 4 5 6 7 8 9 10 give i i'd i'll id ill last latter former like look me model more number of ok okay one ones
   option please pls see show take tell the them these those three top two want would`.split(/\s+/),
)

/** "The second one please", "the last two": it says nothing but which is meant. */
export const onlyPoints = (text: string): boolean =>
  (
    text
      .toLowerCase()
      .replace(pointsAtOne, ' ')
      .match(/[\p{L}\p{N}']+/gu) ?? []
  ).every((word) => pointing.has(word))

/** "Compare", "the difference", "against". */
export const saysCompare = (text: string): boolean =>
  /\b(?:compar\w*|versus|vs|differ\w*|than|against|beside)\b/i.test(text)

/** "… than it": what is named comes first. */
export const saysThanIt = (text: string): boolean =>
  /\bthan (?:it|this|that|them|these|those|both|either|all|the (?:others?|rest))\b/i.test(text)

/** "Which is better?" weighs all of it, "which is better rated?" the rating. */
export const weighsRating = (text: string): boolean => overall.test(text)

/** "How much is it?", "what does it cost?". */
export const asksPrice = (text: string): boolean => price.test(text)

type Droppable = 'price' | 'brand' | 'rating' | 'stock'

const droppable: readonly (readonly [Droppable, RegExp])[] = [
  ['price', /\b(?:price|budget|cost|money|expensive)\b/i],
  ['brand', /\b(?:brands?|makes?|manufacturers?)\b/i],
  ['rating', /\b(?:ratings?|stars?|reviews?)\b/i],
  ['stock', /\b(?:stock|availab\w+|sold out)\b/i],
]

/** The limits that a text takes back: "without the price limit", "any brand", "no filters" (all). */
export function takenBack(text: string): 'all' | readonly Droppable[] {
  if (all.test(text) && droppable.every(([, words]) => !words.test(text))) return 'all'
  return free.test(text) ? droppable.flatMap(([limit, words]) => (words.test(text) ? [limit] : [])) : []
}

/** Whether limits are taken back at all. */
export const takesBack = (text: string): boolean => free.test(text) || all.test(text)

/** "More", "next": of what was listed. */
export const saysMoreOfIt = (text: string): boolean =>
  /^\W*(?:(?:ok|and|yes|some|any|the)\W+)*(?:more|next|the rest|keep going|go on)(?: please| pls)?\W*$/i.test(text)

const places: Readonly<Record<string, number>> = {
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
  fifth: 5,
  '5th': 5,
  sixth: 6,
  '6th': 6,
  seventh: 7,
  '7th': 7,
  eighth: 8,
  '8th': 8,
  ninth: 9,
  '9th': 9,
  tenth: 10,
  '10th': 10,
  last: -1,
}

/** Each place in a list that a text names, from 1; the last one -1: "the first and the third" -> 1, 3. */
export const placesNamed = (text: string): number[] =>
  (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).flatMap((word) => places[word] ?? [])

const more = 'more|higher|bigger|larger|longer|greater|better|further|taller|wider|heavier|faster'
const fewer = 'less|fewer|lower|smaller|shorter|worse|lighter|slower'
const amount = new RegExp(String.raw`\b(?:(${more})|(?:${fewer}))\b`, 'i')

/** What a comparison with "than" is of, in the words of a spec: the first that a shop has. */
const comparisons: readonly (readonly [RegExp, readonly string[], boolean])[] = [
  [/\b(?:cheaper|less expensive|more affordable)\b/i, ['price'], false],
  [/\b(?:dearer|pricier|more expensive|costlier)\b/i, ['price'], true],
  [/\b(?:better (?:rated|reviewed)|higher rated)\b/i, ['rating'], true],
  [/\b(?:worse|lower) (?:rated|reviewed)\b/i, ['rating'], false],
  [/\bnewer\b/i, ['released'], true],
  [/\bolder\b/i, ['released'], false],
  [/\blighter\b/i, ['weight'], false],
  [/\bheavier\b/i, ['weight'], true],
  [/\b(?:bigger|larger)\b/i, ['screen size', 'size', 'capacity', 'volume', 'width'], true],
  [/\bsmaller\b/i, ['screen size', 'size', 'capacity', 'volume', 'width'], false],
  [/\blonger\b/i, ['length', 'battery life', 'runtime', 'duration'], true],
  [/\bshorter\b/i, ['length', 'height', 'duration'], false],
  [/\btaller\b/i, ['height'], true],
  [/\bwider\b/i, ['width'], true],
  [/\bnarrower\b/i, ['width'], false],
  [/\b(?:thinner|slimmer)\b/i, ['thickness', 'depth'], false],
  [/\bthicker\b/i, ['thickness'], true],
  [/\b(?:faster|quicker)\b/i, ['speed', 'top speed', 'refresh rate'], true],
  [/\bslower\b/i, ['speed', 'top speed'], false],
  [/\bquieter\b/i, ['noise', 'noise level', 'loudness'], false],
  [/\blouder\b/i, ['output power', 'loudness', 'noise level'], true],
  [/\b(?:stronger|more powerful)\b/i, ['power', 'torque', 'maximum load'], true],
  [/\bbrighter\b/i, ['brightness'], true],
  [/\bwarmer\b/i, ['warmth', 'insulation'], true],
]

/** What is compared in "lighter than the …", by names that a spec may have, and whether more of it is said. */
export function comparisonIn(text: string): { readonly hints: readonly string[]; readonly descending: boolean } | null {
  if (text === '') return null
  const found = comparisons.find(([words]) => words.test(text))
  return found === undefined ? null : { hints: found[1], descending: found[2] }
}

/** "More memory" true, "less memory" false; null where it isn't said. */
export function saysMore(text: string): boolean | null {
  const found = amount.exec(text)
  return found === null ? null : found[1] !== undefined
}

/** "The cheapest", "the most memory": ahead of all. */
export const saysSuperlative = (text: string): boolean => /\b(?:\w{3,}est|most|least|best|worst)\b/i.test(text)

/** "Anything", "some", "ones": not one that is known, but any. */
export const saysAny = (text: string): boolean => /\b(?:any|anything|some|something|ones)\b/i.test(text)

/** "How big", "the big one": adjectives by the comparison that they have the measure of. */
const adjectives: readonly (readonly [string, string])[] = [
  ['big', 'bigger'],
  ['large', 'larger'],
  ['small', 'smaller'],
  ['long', 'longer'],
  ['short', 'shorter'],
  ['tall', 'taller'],
  ['high', 'taller'],
  ['wide', 'wider'],
  ['narrow', 'narrower'],
  ['thin', 'thinner'],
  ['slim', 'slimmer'],
  ['thick', 'thicker'],
  ['light', 'lighter'],
  ['heavy', 'heavier'],
  ['fast', 'faster'],
  ['quick', 'quicker'],
  ['slow', 'slower'],
  ['quiet', 'quieter'],
  ['loud', 'louder'],
  ['strong', 'stronger'],
  ['powerful', 'more powerful'],
  ['bright', 'brighter'],
  ['warm', 'warmer'],
  ['cheap', 'cheaper'],
  ['expensive', 'more expensive'],
  ['dear', 'dearer'],
  ['new', 'newer'],
  ['old', 'older'],
]

const byAdjective = new Map(adjectives)
const anyAdjective = adjectives.map(([adjective]) => adjective).join('|')
const measure = new RegExp(String.raw`\bhow (${anyAdjective})\b`, 'i')
const adjectiveOfOne = new RegExp(String.raw`\b(?:the|that|this) (${anyAdjective}) (?:one|model|option)\b`, 'i')
/** What is measured where no screen is. */
const sizes = ['dimensions', 'diameter', 'width', 'height', 'length']

/** What "how big", "how loud" asks for, by names that a spec may have; none: it asks for no measure. */
export function measureHints(text: string): readonly string[] {
  const adjective = measure.exec(text)?.[1]?.toLowerCase() ?? ''
  const comparison = comparisonIn(byAdjective.get(adjective) ?? '')
  return comparison === null
    ? []
    : /^(?:big|large|small)$/.test(adjective)
      ? [...comparison.hints, ...sizes]
      : comparison.hints
}

/** "The big one": what it is told from the others by, as `comparisonIn`. */
export const adjectiveIn = (text: string): ReturnType<typeof comparisonIn> =>
  comparisonIn(byAdjective.get(adjectiveOfOne.exec(text)?.[1]?.toLowerCase() ?? '') ?? '')

/** "How long", "how far": a measure is asked for, not words. */
export const asksDuration = (text: string): boolean => /\bhow (?:long|far|soon|often)\b/i.test(text)

/** "The first one I asked about", "the laptop from the very start". */
export const saysAtTheStart = (text: string): boolean =>
  /\b(?:(?:at|from|in) the (?:very )?(?:start|beginning)|first of all|(?:asked|talked|spoke|mentioned|wanted|looked|started)\b.{0,20}\b(?:first|originally|initially)|(?:first|original|initial)(?: \S+){0,3} (?:i|we|you) (?:asked|talked|spoke|mentioned|looked|discussed|showed|were))\b/i.test(
    text,
  )

/** Words that are one but for their ending: "heat" and "heating", "cup" and "cups". */
export function wordsAlike(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return (
    short === long ||
    (long.startsWith(short) && (long === `${short}s` || (short.length >= 4 && long.length - short.length <= 3)))
  )
}

const madeInto =
  /\b(?:make (?:it|that|them)|rather|instead|let'?s (?:say|make it|go with)|change (?:it|that) to|more like)\b/i

/** "Make it 1500", "2000 instead": the one figure that takes the place of another; null: there is none. */
export function figureInstead(text: string): number | null {
  if (!madeInto.test(text)) return null
  const figures = [...text.matchAll(/(?<![\p{L}\p{N}])(\d+(?:,\d{3})*(?:\.\d+)?)\s?(k)?(?![\d])/giu)]
  const [only] = figures
  if (only === undefined || figures.length > 1) return null
  return Number((only[1] ?? '').replaceAll(',', '')) * (only[2] === undefined ? 1 : 1000)
}

/** "Is it fine enough for the …?", "does it fit …?": whether one thing suits another. */
export const asksFit = (text: string): boolean =>
  /\bdo (?:with|for|to) (?:it|this|that|them|the)\b/i.test(text) ||
  (asksYesOrNo(text.replace(/^\W*(?:can|could|should|may|might)\b/i, 'will')) &&
    /\b(?:for|with|on|onto|in|into|to)\b|\b(?:fits?|suits?|works?|goes?|go|matches|match|charges?|powers?)\b/i.test(
      text,
    ))

/** Whether a word stands in a text with what points at something known: "the card", "that adapter". */
export const pointsBy = (text: string, word: string): boolean =>
  [...text.toLowerCase().matchAll(/\b(?:the|that|this|those|these) (?:[\p{L}\p{N}-]+ ){0,2}?([\p{L}\p{N}-]+)/gu)].some(
    ([, noun]) => noun === word,
  )

/** "… than both", "than them": weighed against all that are on the table. */
export const saysThanSeveral = (text: string): boolean =>
  /\bthan (?:them|these|those|both|either|all|the (?:others|rest))\b/i.test(text)

/** "Does it come with a …", "is there a … in the box": what belongs to it, and nothing to buy. */
export const saysComesWith = (text: string): boolean =>
  /\b(?:comes?|coming|delivered|sold|shipped|supplied) with\b|\bincludes?\b|\bhas it got\b|\bdo(?:es)? (?:it|they|this|that) have\b/i.test(
    text,
  )

/** "A case for it", "papers that fit them". */
export const saysForIt = (text: string): boolean =>
  /\b(?:for|with|fits?) (?:it|them|this|that|these|those)\b/i.test(text)

/** "Does the case fit it?": one that is known is asked about, not which there are. */
export const asksYesOrNoOfThe = (text: string): boolean =>
  /\b(?:does|do|is|are|will|would|can) (?:the|this|that|these|those)\b/i.test(text)
