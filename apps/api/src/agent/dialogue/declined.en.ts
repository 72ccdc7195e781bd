/** What says that something is not wanted, right before what isn't. */
const not = String.raw`(?:do(?:es)? not|don'?t|dont|didn'?t|won'?t|not|never|no|no need to|instead of|rather than)`
const between = String.raw`(?:\s+(?:want|wanna|need|wish|you|to|a|an|the|my|any|new|it|please|it's|its|really|yet|actually|asking|for|about|like|ask|file|make|open|start)){0,6}\s+`

/** The words of a task that changes something, as it is declined. */
const words: Readonly<Record<string, string>> = {
  cancel_order: 'cancel\\w*',
  start_refund: 'refund\\w*|return\\w*|money back|send (?:it|them|this) back',
  change_address: '(?:change|new) (?:the |my )?address\\w*',
  file_complaint: 'complain\\w*|complaint',
  hand_over: '(?:speak|talk|human|person|agent)\\w*',
}

const patterns: Readonly<Record<string, RegExp>> = Object.fromEntries(
  Object.entries(words).map(([task, said]) => [task, new RegExp(`\\b${not}${between}(?:${said})\\b`, 'i')]),
)

/** Whether a text says that what a task does is not wanted ("please don't cancel it"). */
export const isDeclined = (task: string, text: string): boolean =>
  patterns[task]?.test(text.replaceAll('’', "'")) === true

/** Where what isn't wanted ends and what is begins. */
const turn = /[,;.!]|\s(?=(?:but|just|only|i just|instead)\b)/g

/** The beginning of a message that only says what isn't wanted; null where it doesn't begin so, or says nothing else. */
export function declinedPart(message: string): string | null {
  for (const { index } of message.matchAll(turn)) {
    const part = message.slice(0, index)
    if (Object.keys(patterns).some((task) => isDeclined(task, part))) return part
    // Only what stands first: later on it belongs to what was said before.
    if (index > 80) return null
  }
  return null
}

/** Whether a no is one to everything that waits. */
export const meansAll = (text: string): boolean =>
  /\b(?:both|neither|none|all|any(?:thing)?|everything|nothing)\b/i.test(text)

const back =
  /\b(?:back to|go on with|continue with|carry on with|let'?s (?:go on|continue|finish)|where were we|resume|return to (?:the|my))\b/i

/** Whether a text goes back to what was open ("ok, back to the refund"). */
export const goesBack = (text: string): boolean => back.test(text)
