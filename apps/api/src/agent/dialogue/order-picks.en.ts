import { type OrderState, orderStates } from '@marketplace-agent/domain'

const negation = String.raw`(?:not|never|no|haven'?t|hasn'?t|hadn'?t|isn'?t|aren'?t|didn'?t|wasn'?t|weren'?t|don'?t|doesn'?t|won'?t|yet to|still to|un)`
const between = String.raw`(?:\s+(?:been|be|being|yet|even|actually|still|already|the|any|get|got|to|i|you|we|me|gotten))*`
const shipping = String.raw`(?:ship(?:ped|ping)?|dispatched?|despatched?|sent(?: off| out)?|posted|mailed|left(?: (?:you|your \w+))?|gone out|handed over)`
const arriving = String.raw`(?:arrived?|delivered|deliver|received?|come|came|here|got(?:ten)?(?: it| them| here)?|turned up|reached(?: me)?|showed up)`

const denied = (verb: string) => new RegExp(String.raw`\b${negation}${between}\s*${verb}\b`, 'i')
const said = (verb: string) => new RegExp(String.raw`\b${verb}\b`, 'i')

const open: readonly OrderState[] = ['processing', 'shipped', 'in_transit', 'out_for_delivery']
const underway: readonly OrderState[] = ['shipped', 'in_transit', 'out_for_delivery']

/** Cancelled before, rather than to be cancelled now. */
const called = String.raw`(?:cancell?ed|called off)|did i (?:cancel|call off)|i (?:cancel|called off)`

/** What is said of orders, and the states that it is true of; the first that is said counts. */
const sayings: readonly (readonly [RegExp, readonly OrderState[]])[] = [
  [denied(String.raw`(?:cancell?ed|called off)`), orderStates.filter((state) => state !== 'cancelled')],
  [said(called), ['cancelled']],
  [denied(shipping), ['processing']],
  [denied(arriving), open],
  [
    /\b(?:in processing|being (?:packed|prepared|processed)|(?:still )?(?:packing|packed)|with you(?: still)?$|waiting to (?:ship|be shipped|be sent))/i,
    ['processing'],
  ],
  [
    /\b(?:still (?:open|coming|to come|due|expected|missing|pending|outstanding)|outstanding|pending|to come|(?:am i|i'?m) (?:still )?waiting (?:for|on)|unfinished|open ones?|(?:is|are) open)\b/i,
    open,
  ],
  [
    /\b(?:on (?:its|the|their|it's) way|in transit|under ?way|travell?ing|en route|out for delivery|coming)\b/i,
    underway,
  ],
  [
    said(String.raw`(?:ha(?:s|ve)|was|were|is|are|got|did|already|been) (?:\w+ ){0,2}?${shipping}`),
    [...underway, 'delivered'],
  ],
  [
    said(String.raw`(?:ha(?:s|ve)|was|were|is|are|did|already|been|i(?:'ve)?) (?:\w+ ){0,2}?${arriving}`),
    ['delivered'],
  ],
  [/\b(?:arrived|delivered|received) (?:ones?|orders?)\b/i, ['delivered']],
]

/** "Cancelled ones, too": that is no choice among them. */
const included = /\b(?:too|as well|including|incl|also|even)\b/i

/** The states of orders that a text says; null: none. */
export function statesIn(text: string): readonly OrderState[] | null {
  const plain = text.replaceAll('’', "'")
  if (included.test(plain)) return null
  return sayings.find(([words]) => words.test(plain))?.[1] ?? null
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const month =
  /\b(?:in|from|of|during|last|this|early|late|mid) (jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b(?:,? (?:of )?(20\d\d)\b)?/i
const year = /\b(?:in|from|of|during) (20\d\d)\b/i
const relative = /\b(this|last) (week|month|year)(?:'s)?\b|\b(today|yesterday)\b/i

/** When orders were placed that a text speaks of, as a filter of orders takes it; null: it doesn't say. */
export function placedIn(text: string): string | null {
  const named = month.exec(text)
  const place = months.indexOf(named?.[1]?.slice(0, 3).toLowerCase() ?? '')
  if (place >= 0) {
    const number = String(place + 1).padStart(2, '0')
    return named?.[2] === undefined ? number : `${named[2]}-${number}`
  }
  const [, which, unit, day] = relative.exec(text) ?? []
  if (day !== undefined) return day.toLowerCase()
  if (which !== undefined && unit !== undefined) return `${which}_${unit}`.toLowerCase()
  return year.exec(text)?.[1] ?? null
}

const extremes = [
  [/\b(?:newest|latest|most recent)\b/i, '-placed'],
  [/\b(?:oldest|earliest)\b/i, 'placed'],
  [/\b(?:cheapest|least expensive|smallest|lowest|(?<!\bat )least)\b/i, 'total'],
  [
    /\b(?:most expensive|dearest|priciest|costliest|biggest|largest|highest|cost (?:me )?the most|the most)\b/i,
    '-total',
  ],
] as const

/** What the one order that is asked for is ahead of the others in, as a filter of orders sorts; null: nothing. */
export const extremeIn = (text: string): (typeof extremes)[number][1] | null =>
  extremes.find(([words]) => words.test(text))?.[1] ?? null

const own = String.raw`my (?:[\w']+ ){0,2}?(?:orders|purchases|parcels|packages)`
const amongOwn = new RegExp(
  String.raw`\b(?:which|what|any|how many|one|none|all|some|show|list|see)\b[^.?!]{0,20}\b${own}\b|\b(?:do|did|have) i (?:still )?(?:have )?(?:any )?[^.?!]{0,20}\b(?:orders|parcels|packages)\b`,
  'i',
)

/** "Which of my orders …?": a choice among all of one's orders. */
export const asksAmongOwnOrders = (text: string): boolean => amongOwn.test(text)

const choosing =
  /\b(?:which|what|whats|any|anything|something|everything|how many|the ones?|those|these|of them|ones|(?:the|an?) [\w' -]{1,40}? (?:ones?|order|parcel|package))\b|\bthe (?:\w+est|(?:most|least) \w+)\b/i

/** "Anything still on its way?", "what did I order in May?", "the ones that arrived": orders that were listed are chosen from. */
export const choosesOrders = (text: string): boolean =>
  !/\b(?:do|have|can) you (?:have|sell|stock|got|show)\b|\blooking for\b/i.test(text) && choosing.test(text)

/** "The one that hasn't shipped", "the order I got": one of them, by what is said of it. */
export const pointsAtOrder = (text: string): boolean =>
  /\b(?:the|that|those|my) (?:\w+ )?(?:ones?|orders?|parcels?|packages?) (?:that|which|i|not|still)\b/i.test(text)

/** "The one with the speakers": an order, by what is in it. */
export const saysTheOneWith = (text: string): boolean =>
  /\b(?:ones?|orders?|parcels?|packages?) (?:with|that (?:has|have|had|includes?)|containing|i (?:bought|ordered|got))\b/i.test(
    text,
  )

/** Where something is, or when it comes: one order's state is asked for. */
export const asksWhere = (text: string): boolean =>
  /\b(?:where|when|how far|track\w*|status|state|arriv\w+|come|comes|coming|here)\b/i.test(text)

/** "Which can I still cancel?": what is possible, and not what is. */
export const asksWhatIsPossible = (text: string): boolean => /\b(?:can|could|may|able|possible|allowed)\b/i.test(text)
