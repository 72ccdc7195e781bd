/** What a question asks for, and what a text has that gives it. */
interface Kind {
  readonly asked: RegExp
  readonly given: RegExp
  /** How far a sentence that gives it comes before one that only repeats the question's words. */
  readonly worth: number
  /** Whether it is asked for in a question for yes or no, too. */
  readonly polar: boolean
  /** Whether whatever gives it says as much as the very words of the question: any weekdays for a weekday. */
  readonly alike?: true
}

const numeral = String.raw`(?:\d[\d .,to–-]{0,12}|\b(?:an?|half an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|twenty|thirty|sixty|ninety|hundred|few)[ -]|\b(?:next|same) )`
const timeUnit = String.raw`(?:(?:business|working|calendar|full)[ -])?(?:second|minute|hour|day|night|week|fortnight|month|year)s?\b`
const span = String.raw`${numeral}${timeUnit}|\bfortnight\b|\b(?:at once|immediately|right away|straight away|for life|lifetime)\b`
const clockTime = String.raw`\b\d{1,2}(?::\d\d)? ?[ap]\.?m\b|\b\d{1,2}:\d\d\b|\b(?:noon|midnight)\b`
const dayName = '(?:mon|tues|wednes|thurs|fri|satur|sun|week)day'
const weekday = String.raw`\b(?:${dayName}s?|weekends?)\b`
const currency = '(?:USD|EUR|GBP|CHF|CAD|AUD|NZD|JPY|CNY|INR|SEK|NOK|DKK|PLN|CZK|kr|dollars?|euros?|pounds?|francs?)'
const money = String.raw`(?:\p{Sc}|\b${currency}) ?\d|\d ?(?:\p{Sc}|${currency}\b)|\d ?%`
const forNothing = String.raw`\bfree\b|\b(?:no|without)(?: \w+)? (?:cost|charge|fee)|\bat our (?:own )?(?:cost|expense)`

const howTo = /\bhow (?:do|can|should|would|could|to)\b/i

const kinds: readonly Kind[] = [
  {
    asked:
      /\b(?:how (?:long|soon|fast|quick(?:ly)?|often)|how many (?:minutes|hours|(?:business |working )?days|weeks|months|years)|until when|when (?:will|(?:do|can) (?:i|we) (?:get|hear|receive|have))|deadline|time limit|(?:return |time )?window|period|cut-?off)\b/i,
    given: new RegExp(`${span}|${clockTime}`, 'i'),
    worth: 0.4,
    polar: true,
  },
  // "When" may also ask for a condition.
  {
    asked:
      /(?:^|[,;:.?!]\s*|\b(?:and|or|but|from|since|know|me|ask|see)\s+)when\b|\b(?:until|what time|hours|how late)\b/i,
    given: new RegExp(`${span}|${clockTime}|\\b(?:when|as soon as|once)\\b`, 'i'),
    worth: 0.25,
    polar: false,
  },
  {
    asked: new RegExp(
      `\\b(?:on|at|over|during|every) (?:the |a )?${weekday}|\\b(?:${dayName}|weekend)s\\b|\\b(?:what|which) days?\\b`,
      'i',
    ),
    given: new RegExp(`${weekday}|\\b(?:every|any) day\\b|\\bdaily\\b`, 'i'),
    worth: 0.3,
    polar: true,
    alike: true,
  },
  {
    asked: /\b(?:how much|costs?|prices?|fees?|charges?|charge for|expensive|cheap)\b/i,
    given: new RegExp(`${money}|${forNothing}`, 'iu'),
    worth: 0.3,
    polar: false,
  },
  { asked: /\b(?:free|for nothing)\b/i, given: new RegExp(forNothing, 'i'), worth: 0.2, polar: true },
  {
    asked:
      /\b(?:who (?:pays|bears|covers)|(?:have|need|got) to pay|(?:must|do|should) (?:i|we) pay|costs? (?:anything|something|extra|me|money)|charge (?:me |anything )?for)\b/i,
    given: new RegExp(
      `${money}|${forNothing}|\\b(?:we|you|customers?|buyers?) (?:\\w+ )?(?:pay|bear|cover)|\\bat your (?:own )?(?:cost|expense)`,
      'iu',
    ),
    worth: 0.3,
    polar: true,
  },
  {
    asked: /\b(?:minimum|at least|threshold|from (?:what|which|how much))\b/i,
    given: new RegExp(
      `\\b(?:from|at least|minimum|over|above)\\b[^.]{0,20}(?:${money})|(?:${money})[\\d.,]* (?:or more|and more|and up|upwards)`,
      'iu',
    ),
    worth: 0.3,
    polar: true,
  },
  {
    asked: /\b(?:how (?:many|big|large|heavy|tall|wide|thick|old|far)|size|number of)\b/i,
    given: /\d/,
    worth: 0.2,
    polar: true,
  },
  { asked: /\b(?:phone|call|telephone)\b/i, given: /\+?\d[\d ().-]{5,20}\d/, worth: 0.2, polar: true },
  { asked: /\be-?mail\b/i, given: /\S@\S/, worth: 0.2, polar: true },
  // Steps: numbered, or announced by their heading.
  {
    asked: howTo,
    given: /^[ \t]*\d[.)][ \t]|^#+ How to\b/m,
    worth: 0.2,
    polar: true,
  },
]

/** What a question asks for. */
export interface Asked {
  /** Kinds of answer, as bits; 0 for none of those known. */
  readonly kinds: number
  /** The stretches of the question that ask for a kind. */
  readonly stretches: readonly { readonly bit: number; readonly text: string; readonly alike: boolean }[]
  /** Steps, or what to do about something. */
  readonly how: boolean
  /** In the words "how do I", "how to". */
  readonly howTo: boolean
  /** Yes or no. */
  readonly polar: boolean
  /** It speaks of what is not. */
  readonly negated: boolean
  /** It asks what is not ("what can't be returned"). */
  readonly exceptions: boolean
}

export function readAsked(question: string): Asked {
  const stretches: Asked['stretches'][number][] = []
  let bits = 0
  const polar = isPolar(question)
  kinds.forEach((kind, i) => {
    const found = polar && !kind.polar ? null : kind.asked.exec(question)
    if (!found) return
    bits |= 1 << i
    stretches.push({ bit: 1 << i, text: found[0], alike: kind.alike === true })
  })
  const negated = isNegated(question)
  const exceptions = negated && asksForExceptions(question)
  const how = asksHow(question)
  return { kinds: bits, stretches, how, howTo: howTo.test(question), polar, negated, exceptions }
}

/** The kinds that a question asks for, as bits. */
export const kindsAsked = (question: string): number => readAsked(question).kinds

/** The kinds that a text gives, as bits. */
export const kindsGiven = (text: string): number =>
  kinds.reduce((bits, { given }, i) => (given.test(text) ? bits | (1 << i) : bits), 0)

/** What the most valuable of some kinds is worth. */
export function worthOf(bits: number): number {
  let most = 0
  for (let left = bits; left !== 0; left &= left - 1) most = Math.max(most, kinds[31 - Math.clz32(left & -left)]!.worth)
  return most
}

/** Whether a question asks for steps. */
export const asksHow = (question: string): boolean =>
  /\b(?:how (?:do|does|can|could|should|would|to|must)|set ?up|steps?|instructions?|what (?:do|should|can|must) (?:i|we)(?: have to| need to)? do|fix(?:ing)?|won['’]?t|doesn['’]?t|not working|stopped)\b/i.test(
    question,
  )

/** Whether a text speaks of what is not. */
export const isNegated = (text: string): boolean =>
  /\b(?:not|no|never|without|except|cannot|(?:do|does|did|is|are|was|were|ca|wo|could|would|should|have|has|had)n['’]?t)\b/i.test(
    text,
  )

const opensPolar =
  /^\W*(?:(?:and|but|so|also|ok|hi|hello|please)\b\W*)*(?:do|does|did|is|are|was|were|can|could|will|would|may|must|should|have|has)\b/i
const openQuestion = /\b(?:how|what|where|which|who|why|(?:know|tell me|say) when)\b/i

/** Whether a question is answered by yes or no. */
const isPolar = (question: string): boolean => opensPolar.test(question) && !openQuestion.test(question)

/** Whether a question asks what is not ("what can't be returned"). */
const asksForExceptions = (question: string): boolean =>
  /\b(?:what|which|who|where)\b(?! if\b)(?:\s+\w+){0,2}?\s+(?:not\b|cannot\b|never\b|\w+n['’]t\b|(?:ca|do|does|is|are)nt\b)/i.test(
    question,
  )

const deadline = new RegExp(
  `\\b(?:within|no later than|at (?:the )?(?:most|latest)|in the first)\\b.{0,12}(?:${span})`,
  'i',
)

/** Whether a text says until when something has to be done. */
export const givesDeadline = (text: string): boolean => deadline.test(text)
