/** Words that agree. */
const agreeing =
  'yes yeah yep yup yea ya aye sure ok okay okey k fine right correct exactly definitely absolutely confirm confirmed agreed please pls great perfect'

/** Words that are said with a yes, and change nothing about it. */
const beside =
  "thanks thank good i you u it its it's that's thats there now all looks sounds that this them those the a an my me your of for to with on in at is do does go ahead then just so would like want as said proposed proceed make let lets start submit order asap straight away"

/** The doing of what is proposed, as one tells to do it. Another's doing is no yes: "ok, cancel" to a refund. */
const doing: Readonly<Record<string, string>> = {
  cancel_order: 'cancel whole entire',
  start_refund: 'refund return send money back item items',
  change_address: 'change switch update address',
  file_complaint: 'complaint complain file open log register send',
}

const yes = new Set(agreeing.split(' '))
const allowed = new Set(`${agreeing} ${beside}`.split(' '))

/** What turns a yes into something else, however short. */
const turning =
  /\b(?:but|if|unless|only|except|without|not|no|don'?t|dont|instead|rather|wait|maybe|later|both|everything|half|also|plus|until|when|why|how|what|which|who|another|other|different|go (?:back|away)|let (?:it|that) go|(?:send|make) (?:me|us)|order (?:it|the|a|an|me|us|one|this|that|them))\b|\?|\ball\b(?! (?:good|right|fine|correct)\b)/i

/** A question that came without its mark ("ok does it go to my address"). */
const asking = /\b(?:(?:is|does|would) (?:it|that|this|those|there|i|you|my)|is the|do (?:i|you))\b/i
const stating = /\b(?:it|that|this) is (?:the|my|it)\b/gi

/** A tone in which a yes is none: a doubt, a sigh, an anger. */
const tone = /\.\.|…|[🙄🤔🤨🤷😒😑😡😠🤬🤦😤😕😟😞🥱👎❓]/u

/** Whether a message sounds as if its yes weren't meant. */
export const soundsUnsure = (message: string): boolean => tone.test(message)

/** What beside the yes says that it is the doing that is agreed to, or that what was said is right. */
const affirms =
  /\b(?:do|go|ahead|proceed|confirm\w*|right|correct|exactly|good|fine|great|perfect|make it|lets|let's|please|pls|would like|want)\b/i

/** What somebody says of themselves or their order. */
const stated = /\b(?:that|it|this)(?:'?s| is) (?:my|the|our)\b|\b(?:i am|i'm)\b/i

/** Tasks that may be about several things of an order, which a proposal lists. */
const listing = new Set(['start_refund', 'cancel_order'])

/** The words of a proposal that name none of the things it lists. */
const around = new Set('i would cancel order ask for the money back of you get'.split(' '))

const counts = new Set('a an one two three four five six seven eight nine ten'.split(' '))

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[\p{L}\p{N}][\p{L}\p{N}'-]*/gu) ?? []

/** Whether a number of a message stands beside the same word in the proposal: "the tab 11" of "2 × Tab 11". */
function standsAlike(words: readonly string[], at: number, proposed: readonly string[]): boolean {
  return proposed.some(
    (word, place) =>
      word === words[at] &&
      ((place > 0 && proposed[place - 1] === words[at - 1]) ||
        (place + 1 < proposed.length && proposed[place + 1] === words[at + 1])),
  )
}

/** Whether a message names none of the things that a proposal lists, or all of them: "yes, the hub" may mean the hub alone. */
function namesWhole(words: readonly string[], summary: string): boolean {
  const [, order = ''] = /\border (\S+?)[:.]?(?:\s|$)/i.exec(summary) ?? []
  const unnamed = new Set([...around, ...wordsOf(order)])
  const parts = summary.split(/,\s|\sand\s/i).map((part) => new Set(wordsOf(part).filter((word) => !unnamed.has(word))))
  if (!words.some((word) => !allowed.has(word) && parts.some((part) => part.has(word)))) return true
  return (
    parts.length === 1 ||
    parts.every((part) =>
      words.some((word) => part.has(word) && parts.every((other) => other === part || !other.has(word))),
    )
  )
}

/**
 * Whether a message says yes and then only what was proposed once more ("yes, return the tablet"). A word that isn't in
 * the proposal may change it: then it is no echo. Nor is a part of what is proposed, a count, or the doing of another task.
 */
export function echoes(
  message: string,
  { task, summary }: { readonly task: string; readonly summary: string },
): boolean {
  const words = wordsOf(message)
  const [first = ''] = words
  if (!yes.has(first) || turning.test(message) || asking.test(message.replaceAll(stating, ' '))) return false
  const proposed = wordsOf(summary)
  const known = new Set([...proposed, ...(doing[task] ?? '').split(' ')])
  const does = words.slice(1).some((word) => (doing[task] ?? '').split(' ').includes(word))
  const repeats = words.some((word) => proposed.includes(word) && !allowed.has(word))
  // "Yes, that's my order" agrees to something else.
  if (words.length > 1 && !does && !affirms.test(message) && (!repeats || stated.test(message))) return false
  const fits = words.every((word, index) => {
    if (/^\p{N}/u.test(word)) return standsAlike(words, index, proposed)
    if (counts.has(word) && known.has(words[index + 1] ?? '') && !allowed.has(words[index + 1] ?? ''))
      return (doing[task] ?? '').split(' ').includes(words[index + 1] ?? '') || standsAlike(words, index, proposed)
    return allowed.has(word) || known.has(word)
  })
  return fits && (!listing.has(task) || namesWhole(words, summary))
}

/** Whether a word of a message agrees, or tells to go on. */
export const saysYes = (message: string): boolean =>
  wordsOf(message).some((word) => yes.has(word) && word !== 'please') || /\b(?:go ahead|do it)\b/i.test(message)

/** The same where an "ok" at the beginning only takes note ("ok, don't do it"). */
export const saysYesBesideOk = (message: string): boolean => saysYes(message.replace(/^\W*ok(?:ay)?\b/i, ''))

/** Whether a message only takes note: neither a yes nor a no. */
export const takesNote = (message: string): boolean =>
  /\b(?:noted|understood|got it|i see|don'?t mind)\b/i.test(message)
