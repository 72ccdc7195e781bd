import type { Clause } from '@marketplace-agent/intent'
import { contentWords } from './content-words.en.ts'
import { asksYesOrNo } from './follow-up-words.en.ts'

/** "Do you know how …", "is the drive manual or electric?": no question for a yes or a no. */
const noYesOrNo = /\bor\b|\b(?:do|can|could|would|will) (?:you|u) (?:know|tell|say|remember)\b/i

/** Whether a yes or a no is wanted: "does it have HDMI?", "is it black?". */
export const asksWhether = (text: string): boolean => asksYesOrNo(text) && !noYesOrNo.test(text)

const having =
  /\b(?:have|has|got|having|comes? with|includes?|included|supports?|features?|offers?|takes?|there|equipped|built[ -]in|with|do|does)\b/i
const howGood =
  /\b(?:good|great|nice|decent|okay|bad|poor|long|short|big|large|huge|small|high|low|fast|slow|strong|weak|loud|quiet|bright|heavy|light|cheap|expensive|enough|much|many|better|worse|same|last|really|work|matter)\b/i

/** Whether it is asked if there is something at all, not how good or how much of it there is. */
export const asksForSome = (text: string): boolean => having.test(text) && !howGood.test(text)

const unsaid = new Set(
  `actually already also big built come comes coming equipped even feature features include fast high included includes inbuilt kind last
   lasts long made make makes really run runs still support supported supports tall take takes type use used uses using via work
   works yet`.split(/\s+/),
)

/** The words of a question that name the feature, without those that only ask for it. */
export const featureWords = (words: string): string =>
  words
    .split(' ')
    .filter((word) => !unsaid.has(word))
    .join(' ')

/** "Cancel", "cancelling". */
export const saysCancel = (text: string): boolean => /\bcancel/i.test(text)

const forWhat = /\bfor\s+(?:my\s+|the\s+|an?\s+)?(\p{L}{4,})\b/iu

/** What something is to be good for, in a word: "which is better for gaming?"; null: it isn't said. */
export function purposeIn(clause: Clause): string | null {
  const word = forWhat.exec(clause.text)?.[1]?.toLowerCase()
  return word !== undefined && contentWords(clause).split(' ').includes(word) ? word : null
}
