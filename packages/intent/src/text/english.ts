/** Small words of English that hold phrases together; the word lists of what people mean are data/language's. */
export const determiners: ReadonlySet<string> = new Set(
  'a an the this that these those my your our his her their its any some one'.split(' '),
)

/** Words after which a figure before them still stands alone: "under 500 with", but not "under 500 grams". */
export const connectives: ReadonlySet<string> = new Set(
  `for with without in on at by of from to that which who what where and or but if so then as because within please pls plz
  per each all total altogether only now today thanks thank thx is are was were will would can could do does did i me you
  we it not no also too just including incl excluding excl delivered if when while than`.split(/\s+/),
)

/** Words that set a limit only where the talk is of goods or money: "from 12 May", "within 30". */
export const vagueLimits: ReadonlySet<string> = new Set(['from', 'within', 'as', 'plus', 'near', 'close', '+'])

/** What people call money beside the names of the currencies. */
export const slangForMoney: readonly string[] = ['buck', 'bucks', 'quid']

/** Currencies that customers anywhere name, whatever the shop's own. */
export const knownCurrencies: readonly string[] = ['USD', 'EUR']

export const ordinalSuffixes: ReadonlySet<string> = new Set(['st', 'nd', 'rd', 'th'])

/** Months and days of the week as they are short enough to be another word too ("may", "sat"): a date only by a figure. */
export const ambiguousDateWords: ReadonlySet<string> = new Set([
  'may',
  'march',
  'mar',
  'sat',
  'sun',
  'mon',
  'dec',
  'wed',
])

/** Words near a bare figure that make it a number of the shop's. */
export const numberCues = {
  order: [
    'order',
    'purchase',
    'ordered',
    'status',
    'shipped',
    'dispatched',
    'arrive',
    'arrived',
    'delivered',
    'cancelled',
  ],
  tracking: ['tracking', 'track', 'parcel', 'package', 'shipment', 'consignment'],
  complaint: ['complaint', 'case', 'ticket', 'claim'],
  refund: ['refund', 'return', 'reimbursement'],
} as const

/** Words before a small figure that make it a place in a list, not a count: "the last two", "number 2". */
export const placeWords: ReadonlySet<string> = new Set(
  'first last next top number no option item nr # this that which other another under over than'.split(' '),
)

/** What stands right before a figure that is a number of the shop's, so that it is no postal code. */
export const numberLead = /(?:order|number|no\.?|#|is)\s*$/i

/** Words before a name in front of an address: "for Jane Roe, 12 Elm Street". */
export const nameLeads: readonly string[] = ['for', 'is', 'attn', 'name', 'are']
