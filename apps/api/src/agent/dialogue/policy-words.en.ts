/** What customers ask in words of their own, and how policies and FAQs put it. */
const sayings: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:can'?t|cannot|couldn'?t|unable to|don'?t|won'?t|not able to|fails? to)\b.{0,25}\b(?:fix|fixed|repair|repaired|mend|mended)\b|\b(?:fix|repair)\w*\b.{0,20}\b(?:isn'?t|is not|not|im)\s?possible\b|\b(?:beyond|past) repair\b/i,
    'a faulty product is replaced if a repair is not possible, or we refund the price',
  ],
  [
    /\b(?:nick(?:ed)?|pinch(?:ed)?|swip(?:ed|e)|stole|stolen|steal|theft|thie(?:f|ves)|robbed|porch pirates?|walked off with|took (?:it|them|my (?:parcel|package|order)) from)\b/i,
    'my parcel was delivered but stolen',
  ],
  [
    /\b(?:went|goes|gone|is|came|now|put) (?:up )?(?:on sale|on offer|cheaper|down in price|reduced)\b.{0,60}\b(?:after|since)\b|\bprice (?:drop(?:ped|s)?|fell|went down|came down|was (?:cut|reduced|lowered))\b|\b(?:cheaper|reduced|on sale|less) .{0,40}\b(?:after|since) (?:i|we) (?:bought|ordered|paid|got)\b/i,
    'price dropped after purchase',
  ],
]

const privacy =
  /\b(?:give|hand|sell|share|pass|forward|leak|trade|send|disclose|use)\w*\b.{0,40}\b(?:my|our|customers?'?|personal) (?:\w+ )?(?:address(?:es)?|data|details|e-?mails?|info(?:rmation)?|(?:phone )?number|name)\b.{0,40}\b(?:to|with|for|on|about)\b.{0,30}\b(?:advertis\w*|ads?|market\w*|third part\w+|others?|other (?:companies|people|shops)|anyone|anybody|someone|partners?|companies|spam\w*)\b|\b(?:sell|trade) (?:my|our|customer) (?:\w+ )?(?:data|details|address|e-?mail|info\w*)\b/i

const sendingIn =
  /\b(?:pay|pays|cost|costs|charge\w*|free|postage|expense)\b.{0,40}\b(?:send|sending|ship|shipping|post|posting|mail|mailing)\b.{0,12}\b(?:it|them|that|this|in|off|back)\b|\bwho pays\b.{0,30}\b(?:shipping|postage|return|label|sending)\b/i

const plain = (text: string) => text.replaceAll('’', "'")

/** A question in the words of policies; null: it stands as it is. */
export const inPolicyWords = (text: string): string | null =>
  sayings.find(([words]) => words.test(plain(text)))?.[1] ?? null

/** Whether a text asks who is given what the shop knows of somebody. */
export const asksOfPrivacy = (text: string): boolean => privacy.test(plain(text))
export const privacyQuestion = 'do you sell or share my personal data, advertising'

/** Whether a text asks who pays for sending something in. */
export const asksWhoPays = (text: string): boolean => sendingIn.test(plain(text))
export const whoPaysForFaulty = 'who pays the return of a damaged item and the shipping of a warranty repair'
