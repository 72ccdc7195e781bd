const number =
  /\b(?:phone|telephone|tel|contact|mobile|whats ?app|hot ?line|support|service|call)\.? (?:numbers?|no\b|nr\b|line)|\bnumbers? (?:to (?:call|ring|phone)|for (?:you|support|the (?:shop|store|team)|customer))/i
const own =
  /\b(?:my|our|change|changed|update|wrong|new|different|old|order|tracking|another) (?:\w+ )?(?:phone|telephone|mobile|contact|number)/i

const someone = String.raw`(?:some ?(?:one|body)|any ?(?:one|body)|a (?:person|human|real person|colleague|agent)|people|you(?: guys)?|staff|the (?:team|shop|office|hotline|phone))`
const times = String.raw`(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekends?|week-ends?|(?:bank |public )?holidays?|evenings?|at night|nights?|christmas|easter|new year'?s?|after work|lunch(?:time)?|early|late)`
const available = new RegExp(
  String.raw`\bwho(?:'?s| is| are)\b.{0,30}\b(?:there|available|working|answering|in)\b.{0,30}\b${times}\b|\b(?:can|could|may|is|are|will|do)\b.{0,40}\b${someone}\b.{0,40}\b${times}\b|\b(?:when|what time|until when|how late|which days?|what days?)\b.{0,40}\b(?:talk|speak|call|phone|ring|reach|chat|open|there)\b`,
  'i',
)

const whoCan =
  /^\W*(?:(?:and|but|so|ok|well|then)\W+)*who (?:else )?(?:can|could|does|do|would|will|is able to)\b[^.!]{0,30}$/i

/** Whether a text asks for a number to call, rather than speaking of one's own. */
export const asksForNumber = (text: string): boolean => number.test(text) && !own.test(text)

/** Whether a text asks when somebody is there, or who can do something, rather than wishing for a person now. */
export const asksWhoIsThere = (text: string): boolean => available.test(text) || whoCan.test(text)
