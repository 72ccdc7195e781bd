import type { OrderFact } from '@marketplace-agent/domain'

const it = String.raw`(?:it|that|this|them|they|these|those|mine|(?:my|the|this|that|our) (?:order|parcel|package|packet|delivery|shipment|stuff|box|goods|items?|things?))`
const cancelled = String.raw`(?:cancell?ed|called off|cancell?ation)`

const whyCancelled = new RegExp(
  String.raw`\b(?:why|how come|how is it that|for what reason|what(?:'?s| is| was) the reason|who|what happened)\b(?!.*\b(?:can'?t|cannot|couldn'?t|won'?t|not)\b).*(?:\b(?:was|were|is|been|got|gets?|it'?s|that'?s|my|the|your)\b.{0,30}\b${cancelled}|\b(?:did|do|have|would) (?:you|they|someone|somebody|anyone|anybody) (?:just )?(?:cancel|call (?:it )?off)|\b${cancelled} (?:it|my|that|this|the)\b)`,
  'i',
)

const sayings: readonly (readonly [OrderFact, RegExp])[] = [
  ['cancelled', whyCancelled],
  [
    'lost',
    new RegExp(
      String.raw`\b(?:is|are|was|has|been|got|gone|be|being|count\w*|consider\w*|treat\w*|declare\w*|think|say|call) .{0,30}\b(?:lost|gone missing)\b|\b(?:lost|missing) in (?:the )?(?:post|mail|transit)\b|^\W*(?:so |is it )?lost\W*$`,
      'i',
    ),
  ],
  [
    'carrier',
    new RegExp(
      String.raw`\b(?:who(?:'?s| is| will| does| do)?|which (?:company|firm|service|carrier|courier|shipper|parcel service|post)|what (?:company|carrier|courier|service|firm)|who(?:'?s|m)?)\b.{0,25}\b(?:bring|brings|bringing|deliver|delivers|delivering|delivered|carry|carries|carrying|ship|ships|shipping|shipped|transport\w*|hav(?:e|ing) ${it}|handl\w+|send|sends|sending|with)\b|\b(?:carrier|courier)\b`,
      'i',
    ),
  ],
  [
    'placed',
    /\bwhen (?:did|have) (?:i|we) (?:order|buy|bought|ordered|placed?|purchase)|\b(?:order|purchase) date\b|\bwhen was (?:it|that|this|the order|my order) (?:placed|ordered|bought|made)/i,
  ],
  [
    'items',
    new RegExp(
      String.raw`\bwhat(?:'?s| is| was| were| are| all is|s all)?(?: there| all)? (?:in|inside|part of) (?:${it}|there|here)\b|\bwhat (?:did|have|had) (?:i|we) (?:order|buy|get|bought|ordered) (?:(?:in|with) )?(?:there|here|${it})|\b(?:which|what) (?:items?|things?|products?|articles?|goods) (?:are|is|was|were|did|do|have)\b(?!.*\b(?:refund|return|back)\w*)|\b(?:contents?) of ${it}|\bwhat (?:does|did|do) (?:it|that|this|the (?:order|parcel|package|box)) (?:contain|include|consist)|\bwhat am i (?:getting|waiting for)\b`,
      'i',
    ),
  ],
  [
    'events',
    new RegExp(
      String.raw`\b(?:customs|checkpoint|depot|sorting|warehouse|store ?house|distribution|airport)\b|\b(?:at|in|through|from|left|reach\w*|across|past|pass\w*|clear\w*|cross\w*) (?:the |a |your |any )?(?:border|hub|harbou?r|port)\b|\b(?:latest|last|newest|any) (?:news|update|updates|scan|event|movement|step|status)\b|\b(?:is|has|why) .{0,20}\b(?:stuck|held up|stopped|moved|moving|scanned)\b|\bwhat happened (?:to|with) ${it}`,
      'i',
    ),
  ],
  [
    'expected',
    new RegExp(
      String.raw`\b(?:when|what (?:day|date|time)|which day|how (?:long|soon|many (?:more )?days))\b.{0,40}\b(?:come|comes|coming|arriv\w+|deliver(?:ed|y)?|here|get (?:here|it|them|my)|reach\w*|expect(?:ed)?|there|due|land\w*|turn(?:s|ing)? up|show(?:s|ing)? up|have (?:it|them))\b|\b(?:eta|delivery date|due date|expected date)\b|\b(?:will|do|can) (?:i|we) (?:have|get|receive) ${it}\b.{0,20}\b(?:by|before|on|until|till|this|next|tomorrow|today|tonight|in time)\b|\b(?:will|does|is|can) (?:it|they|that|the (?:parcel|package|order)) .{0,20}\b(?:here|there|arriv\w+|come|delivered|make it)\b.{0,20}\b(?:by|before|on|until|till|this|next|tomorrow|today|tonight|in time)\b`,
      'i',
    ),
  ],
]

/** "When it has arrived, …": it is supposed, and not asked when. */
const supposed =
  /\b(?:when|once|after|if|as soon as|until) (?:it|they|that|this|(?:the|my) \w+)(?:'s|\s+\w+){0,4}(?=\s*(?:,|$))/gi

const onlySupposed =
  /^\W*(?:(?:and|but|so|ok|well)\W+)*(?:when|once|after|as soon as) (?:it|they|that|this|(?:the|my) \w+)(?:'s|\s+\w+){1,3}\W*$/i

/** Whether a clause only says under which condition the next one asks ("and once it has arrived, …"). */
export const onlySupposes = (text: string): boolean => !text.includes('?') && onlySupposed.test(plain(text))

const plain = (text: string) => text.replaceAll('’', "'")

/** Whether a text asks why an order was cancelled, rather than to have it cancelled. */
export const asksWhyCancelled = (text: string): boolean => whyCancelled.test(plain(text))

/** What a text asks of an order, in the order it is told; none: how it stands. */
export function orderFactsIn(text: string): readonly OrderFact[] {
  const said = plain(text).replace(supposed, ' ')
  const asked = sayings.flatMap(([fact, words]) => (words.test(said) ? [fact] : []))
  // "Why was it cancelled?" and "is it lost?" ask for no date beside.
  const [first] = asked
  return first === 'cancelled' || first === 'lost' ? [first] : asked
}
