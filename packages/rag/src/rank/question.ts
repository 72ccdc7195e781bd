/** What an answer has where the question asks for a time, a price, a number, a way to reach somebody, or steps. */
const kinds: readonly { readonly asked: RegExp; readonly given: RegExp }[] = [
  {
    asked:
      /\b(?:how (?:long|soon|fast|quick(?:ly)?|often)|how many (?:minutes|hours|days|weeks|months|years)|when|until|deadline|what time|time limit|hours)\b/i,
    given:
      /\d[\d .,to–-]{0,12}(?:(?:business|working|calendar) )?(?:second|minute|hour|day|week|month|year)s?\b|\b\d{1,2}(?::\d\d)? ?[ap]\.?m\b|\b\d{1,2}:\d\d\b|\b(?:at once|immediately|same day|noon|midnight)\b/i,
  },
  {
    asked: /\b(?:how much|costs?|prices?|fees?|expensive|cheap|free)\b/i,
    given:
      /\p{Sc} ?\d|\d ?(?:\p{Sc}|(?:USD|EUR|GBP|CHF|dollars?|euros?|pounds?)\b)|\d ?%|\bfree\b|\bno (?:cost|charge|fee)/iu,
  },
  { asked: /\b(?:how (?:many|big|large|heavy|tall|wide|thick|old|far)|size|number of)\b/i, given: /\d/ },
  { asked: /\b(?:phone|call|telephone)\b/i, given: /\+?\d[\d ().-]{5,20}\d/ },
  { asked: /\be-?mail\b/i, given: /\S@\S/ },
  // Steps: numbered, or announced by their heading.
  { asked: /\bhow (?:do|can|should|would|could|to)\b/i, given: /^[ \t]*\d[.)][ \t]|^#+ How to\b/m },
]

const bitsOf = (tests: readonly RegExp[], text: string) =>
  tests.reduce((bits, test, i) => (test.test(text) ? bits | (1 << i) : bits), 0)

const askedTests = kinds.map(({ asked }) => asked)
const givenTests = kinds.map(({ given }) => given)

/** The kinds that a question asks for, as bits; 0 where it asks for none of them. */
export const kindsAsked = (question: string): number => bitsOf(askedTests, question)

/** The kinds that a text gives, as bits. */
export const kindsGiven = (text: string): number => bitsOf(givenTests, text)

/** Whether a question asks for steps. */
export const asksHow = (question: string): boolean =>
  /\b(?:how (?:do|does|can|could|should|would|to|must)|set ?up|steps?|instructions?|what (?:do|should|can|must) (?:i|we) do|fix(?:ing)?|won['’]?t|doesn['’]?t|not working|stopped)\b/i.test(
    question,
  )

/** Whether a text speaks of what is not. */
export const isNegated = (text: string): boolean => /\b(?:not|no|never|without|except|cannot|\w+n['’]t)\b/i.test(text)
