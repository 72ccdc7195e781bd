const onceItIsThere =
  /\b(?:once|after|when(?:ever)?|as soon as|from when)\b[^.?!]{0,20}\b(?:here|there|arriv\w+|deliver\w*|comes?|came|get it|got it|have it|receiv\w+|that)\b|\b(?:afterwards?|then)\W*$/i

/** A question about what holds once something has arrived, without that; null: it asks about now. */
export function askedForLater(text: string): string | null {
  const found = onceItIsThere.exec(text)
  if (found === null) return null
  // What stands before the question isn't what is asked.
  const rest = text.slice(found.index + found[0].length).replace(/^\W+/, '')
  return found.index < text.length / 3 && rest.includes(' ') ? rest : text
}

/** What an order's own terms answer, rather than the policy: whether, what, how much and until when. */
const possible =
  /\b(?:can|could|may|able|possible|allowed|still|too late|until when|how long|how much|how many days|which (?:of|items)|what (?:of|can)|eligible)\b/i
const procedure =
  /\b(?:who pays|how do i|how can i|how to|label|post office|drop off|box|packag\w+|to send it|sound|like)\b/i

/** Whether a text asks if, and for how much, something of an order can go back, rather than how. */
export const asksWhetherItReturns = (text: string): boolean => possible.test(text) && !procedure.test(text)

/** Whether a text asks about money that is to come. */
export const asksOfMoney = (text: string): boolean =>
  /\b(?:how|when|where|which|what|who)\b.*\b(?:money|cash|amount|paid (?:back|out)|refunded|repaid)\b|\b(?:money|cash|amount)\b.*\b(?:how|when|where|which way|what way)\b/i.test(
    text,
  )

/** Whether a text calls itself a complaint. */
export const saysComplaint = (text: string): boolean => /\bcomplain(?:t|ts|ing)?\b/i.test(text)

/** Whether what comes right after a text is to be kept ("I keep the hub and the …"), rather than to go back. */
export const keepsNext = (text: string): boolean =>
  /\bkeep(?:ing)?\b(?:(?!\b(?:return|send|refund|give|but)\w*)[^,.;!?])*$/i.test(text)

/** Whether a text means what of a thing is still there to go back. */
export const meansWhatIsLeft = (text: string): boolean =>
  /\b(?:what(?:'s| is|ever is)? left|(?:one|ones|that|which) (?:is|are|that is|that are|thats|that's)? ?(?:still )?left|the rest|remaining)\b/i.test(
    text,
  )

/** Whether a text says that all of it stays with the customer ("I'll keep them both"), with nothing excepted. */
export const keepsAll = (text: string): boolean =>
  /\bkeep(?:ing)?\s+(?:it|them|these|those|this|both|all|everything|the lot)\b(?![^.!?]*\b(?:but|except|apart from|besides|only|and (?:return|send|refund|give))\b)/i.test(
    text,
  )
