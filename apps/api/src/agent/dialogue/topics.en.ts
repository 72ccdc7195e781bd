/** What is talked about after a tool has answered, in the words of policies and FAQs. */
export const topicOfTool: Readonly<Record<string, string>> = {
  cancel_order: 'cancelling an order, money of a cancelled order',
  change_address: 'changing the delivery address',
  start_refund: 'refund, send back, return label',
  refund_status: 'refund, money back',
  return_options: 'returning an item',
  file_complaint: 'complaint, answer to a complaint',
  complaint_status: 'complaint, answer to a complaint',
  track_parcel: 'delivery',
}

/** What is talked about after a fact of a product was told, in the words of policies. */
export const topicOfFact: Readonly<Record<string, string>> = { warranty_months: 'warranty' }

/** What "the money" is after a tool has answered, where it isn't that of a refund. */
export const moneyOfTool: Readonly<Record<string, string>> = { cancel_order: 'the money of a cancelled order' }

/** A question about the money, with the money called by what it is. */
export const withMoney = (text: string, money: string): string => text.replace(/\b(?:(?:the|my) )?money\b/i, money)

const asked =
  /(?:tell (?:me|us)(?: more| something| a bit| all)? (?:about|on)|(?:know|hear|learn|read)(?: more| something)? (?:about|on)|explain(?: to me)?|info(?:rmation)?(?: please)? (?:about|on))(?:\s+[\p{L}'’-]+){1,3}\W*$/iu
const named = /\b(?:your|the)\s+(?:[\p{L}'’-]+\s+){1,3}(?:policy|policies|rules|terms|conditions)\W*$/iu

/** Whether a text asks for a subject as a whole ("tell me about returns", "what's your privacy policy?"). */
export const asksForSubject = (text: string): boolean => asked.test(text) || named.test(text)
