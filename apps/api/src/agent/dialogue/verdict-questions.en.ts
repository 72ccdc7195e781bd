const lead = String.raw`^\W*(?:(?:and|but|so|ok|okay|well|then|oh|hm+|hey|please|pls|sorry|wait|what|no|yes|yeah|sure|fine|right|alright|i see|still)\b\W*)*`
const tail = String.raw`(?:\W+(?:is|was) (?:that|it|this)(?: so)?|\W+(?:so|then|though|tho|not|exactly|please|now|on earth|the hell|that|is that|would that be|can'?t (?:i|you|we)|won'?t you|don'?t you|do you say (?:that|no|so)))*\W*$`

const why = new RegExp(
  String.raw`${lead}(?:(?:but )?why(?: not)?|y not|how come|how so|for what reason|on what grounds|what(?:'?s| is| was|s) (?:the|your) (?:reason|problem|issue|explanation|grounds?)|(?:any|the|your|what) reasons?(?: for (?:that|it|this))?|(?:can|could) you explain(?: (?:that|it|this|why))?|explain(?: (?:that|it|this|why|yourself))?|says who|because of what|what for|give me (?:a|the) reason|(?:i )?(?:don'?t|do not) (?:understand|get) (?:why|that|it)(?: not)?)${tail}`,
  'i',
)

const instead =
  /\bwhat (?:else )?(?:can|could|do|should|shall|am|would) (?:i|we|you|be)\b(?: (?:supposed|meant) to)?(?: (?:do|try|get|be done|offer|suggest|recommend))?(?: (?:(?:about|with) (?:it|that|this|them)|for me|then|now|instead|here))*\W*$|\bwhat (?:now|next|then)\W*$|\b(?:other|another|any|what|which) (?:options?|alternatives?|possibilit\w+|ways?|choices?)\b(?! to pay)|\bwho(?:m)? (?:else )?(?:can|could|does|do|would|will|should|is|decides?)\b[^.!]{0,30}(?:\bthen\b|\binstead\b|\?|$)|\b(?:is|isn'?t) there (?:really |no |any |some)?(?:nothing|anything|something|no way|way|other way)\b|\banything (?:else )?(?:i|you|we) can do\b|\bno way at all\b|\bwhat(?:'?s| is) possible\b/i

/** Most words of a question about what was refused; a longer one has a subject of its own. */
const mostWords = 9

const isShort = (text: string) => text.split(/\s+/).length <= mostWords

/** "Why not?", "how come", "what's the reason": the grounds of what was just said. */
export const asksWhy = (text: string): boolean => isShort(text) && why.test(text.replaceAll('’', "'"))

/** "What can I do instead?", "who can do it then?": what is possible where something isn't. */
export const asksInstead = (text: string): boolean => isShort(text) && instead.test(text.replaceAll('’', "'"))
