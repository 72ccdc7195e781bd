import type { Clause } from '@marketplace-agent/intent'

/** Words that ask, but say nothing of what is looked for. */
const asking = new Set(
  `
    pounds quid euros euro gbp eur usd yen cents first second third fourth fifth last least another
    a about above all also am an and any anything are around as at available be below best between biggest both bring
    brings browse bucks budget buy buying by can carry cheap cheaper cheapest checking compare cost costs could
    currently deal deals decent did difference do does dollars every expensive fastest find for found from get give go
    going gonna good got great guys has have having heaviest hello help hey hi highest hold how i i'd i'll i'm id im
    in interested into is it item items its just kind know largest latest less let lightest like list longest look
    looking lot loudest lowest many max maximum may maybe me might min minimum model models more most much must my need
    needed needing new newest nice no not of offer offers ok oldest on one ones only or order other our over please
    pls price priced prices product products question quietest range really recommend recommendation recommendations
    left
    say searching sell selling send shop shortest should show slowest smallest some something sort sorts stock
    strongest stuff such suggest suggestion suggestions tell than thank thanks that the their them there these they
    thing things this those to too top type types u under up us use versus very vs wanna want wanted wanting was we
    well were what what's whats where which who why will with within wondering would y'all ya you you've you'd you'll you're your yours we've we'd they've
    there's here's that's who's it'd i've
    `
    .split(/\s+/)
    .filter((word) => word !== ''),
)

const compared = new Set(
  `
    better bigger brighter dearer faster heavier higher larger lighter longer louder lower narrower newer older pricier quieter
    rated rating sharper shorter slimmer slower smaller star stars stronger taller thicker thinner warmer wider
    brightest dearest narrowest priciest sharpest slimmest tallest thickest thinnest warmest widest worse worst results
    see sorted next page excluding exclude excluded except apart rather including others else rest except without but limit limits filter filters instead
    `
    .split(/\s+/)
    .filter((word) => word !== ''),
)

/** Sounds and words that fill a pause ("hm", "erm so like", "oh well"). */
const pausing =
  /^(?:h+m+|m+h+m*|u+h*m*|u+h+|e+r+m*|e+h+m*|a+h+|o+h+|o+o+h*|aha|hah?a*|huh|well|so|then|now|right|actually|basically|honestly|anyways?|alright|yeah|yep|ye|lol|wow|omg|btw|pff+|phew|sigh|silly|sorry|dear|mate|nah|nope|like|kinda|sorta)$/

const fillers = new Set(
  'a about and for hello hey hi is it its my no number of ok order orders please pls plz s thanks the this'.split(' '),
)

/** Whether a text has only words that change nothing about what stands beside them. */
export const isFiller = (text: string): boolean =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).every((word) => fillers.has(word))

/** "But not the gaming one": what is not looked for. */
const leftOut = /\b(?:not|no|without|except(?: for)?) (?:the |a |any )?[\p{L}-]+ ones?\b/giu

/** The words of a clause that say what is looked for, without those that only ask. */
export function contentWords({ text, start, entities }: Clause): string {
  let rest = text
  for (const mention of entities.mentions) {
    const from = mention.start - start
    const to = mention.end - start
    if (from >= 0 && to <= text.length) rest = rest.slice(0, from) + ' '.repeat(to - from) + rest.slice(to)
  }
  return (
    rest
      .toLowerCase()
      .replace(leftOut, ' ')
      .match(/[\p{L}\p{N}][\p{L}\p{N}'-]*/gu) ?? []
  )
    .filter(
      (word) => !pausing.test(word) && !asking.has(word) && !compared.has(word) && word.length > 1 && !/^\d/.test(word),
    )
    .slice(0, 8)
    .join(' ')
}
