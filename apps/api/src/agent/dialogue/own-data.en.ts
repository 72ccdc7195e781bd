/** What only the customer may see of an order: what was paid, to whom and where it goes. */
const ownData =
  /\b(?:address(?:es)?|(?:which|what) (?:street|house|zip|post ?code|postal code|city|town)|sent to|goes? to|going to|delivered to|where (?:was|is|did|does) (?:it|that|this) (?:sent|go|going)|discount\w*|fees?|postage|(?:delivery|shipping) (?:costs?|charges?|price)|paid|pay|payed|total|charged?|amount|costs?|price|invoice|whose name|which name|details?|everything)\b/i

/** Whether a text asks for that of an order. */
export const asksOwnData = (text: string): boolean => ownData.test(text.replace(/\S+@\S+/g, ' '))

/** Whether a text asks how something is coming along: where it is, when it comes. */
export const asksOfDelivery = (text: string): boolean =>
  /\b(?:come|comes|coming|arriv\w+|deliver\w*|ship\w*|here|on its way|on the way|where|status)\b/i.test(text)

/** Whether a text asks where a number is to be found, rather than for what has it. */
export const asksWhereNumberIs = (text: string): boolean =>
  /\b(?:where|how)\b.{0,30}\b(?:find|see|get|look up|know)\b.{0,20}\bnumber\b/i.test(text)

/** Whether a text asks for all that somebody has ordered. */
export const asksForAllOrders = (text: string): boolean =>
  /\b(?:(?:all|list|show)\b.{0,20}\borders\b|(?:everything|all|what) i(?:'ve| have)?(?: ever)? ordered)/i.test(text)
