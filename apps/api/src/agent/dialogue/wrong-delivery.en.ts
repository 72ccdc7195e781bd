const came = String.raw`(?:got|get|received|came|comes|contain(?:s|ed)?|arrived|sent|shipped|delivered|there (?:is|was|are|were)|found|find|(?:was|is|were|are) in (?:it|the \w+)|in the (?:box|parcel|package))`

/** That something else came than was ordered, told in a sentence rather than in a word ("wrong item"). */
const sayings: readonly RegExp[] = [
  /\bmix(?:ed)?[- ]?up\b|\bmixed (?:them |it |things )?up\b/i,
  new RegExp(
    String.raw`\b${came}\b.{0,70}\b(?:i|we) (?:never|didn'?t|did not|haven'?t|have not|hadn'?t) (?:order|ordered|buy|bought|ask|asked|request\w*|want\w*)\b`,
    'i',
  ),
  new RegExp(
    String.raw`\b(?:ordered|bought|paid for|asked for|was supposed to (?:get|be))\b.{1,80}\b(?:but|and|yet|then|however|instead)\b.{0,40}\b${came}\b.{0,60}\b(?:instead|another|different|other|else)\b`,
    'i',
  ),
  new RegExp(String.raw`\b${came}\b.{1,60}\binstead of\b`, 'i'),
  /\b(?:i|we) (?:never|didn'?t|did not) (?:ever )?(?:order(?:ed)?|buy|bought|ask(?:ed)? for)\W*$/i,
]

/** "Send me the right one"; where it is asked whether that can be had, nothing wrong needs to have come. */
const wish =
  /\b(?:send|sent|give|want|need|get|ship|exchange)\b.{0,30}\b(?:the|a) (?:right|proper|correct|actual) (?:ones?|items?|products?|things?|goods|model|version|colou?r|size)\b/i

const twoNamed = new RegExp(
  String.raw`\b(?:ordered|bought|paid for|asked for)\b.{1,80}\b(?:but|and|yet)\b.{0,40}\b${came}\b`,
  'i',
)

/** Whether a text tells that something else came than what was ordered. `names`: how many products it names. */
export function saysWrongCame(text: string, names: number): boolean {
  const plain = text.replaceAll('’', "'")
  if (/\b(?:if|in case|what happens when|suppose)\b/i.test(plain)) return false
  if (wish.test(plain) && !plain.includes('?')) return true
  return sayings.some((words) => words.test(plain)) || (names > 1 && twoNamed.test(plain))
}
