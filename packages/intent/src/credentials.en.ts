/** What leads up to an e-mail address that is given along with something else ("my e-mail is …", "it's …"). */
const given =
  /(?:[\s,;:.(–-]|\band\b|\bwith\b|\bunder\b)*(?:\b(?:my|the|our)\s+)?(?:\be-?mail(?:\s+address)?|\bmail|\baddress)?(?:\s+(?:on|for|of)\s+(?:it|that|this|the order|{order}))?(?:\s*(?:is|:|=)|\bit['’]?s|\bi['’]?m|\bi am)?\s*\{email\}[\s),]*/gi

/** A number that is given with the e-mail address after the end of a sentence: "my orders please. 1002, kim@…". */
const numberGiven =
  /(?:^|[.!?;:,–-])\s*(?:(?:my\s+)?order(?:\s+number)?(?:\s+is)?\s*)?\{(?:order|complaint|refund)\}[\s,;/]*(?:and\s+)?(?=\{email\})/g

/** Words that say nothing beside an e-mail address. */
const aroundOnly =
  /\b(?:sorry|oh|ok|okay|hi|hello|hey|here|you|go|sure|yes|it|its|is|please|pls|thanks|thank|my|the|email|mail|e-mail|address|order|number|and|that|was|on|for)\b|\{[a-z_]+\}|[^\p{L}{}]/giu

/**
 * A masked text without the e-mail address given in it, so that what is asked is told from the rest; as it is where
 * there is no rest.
 */
export function withoutCredentials(masked: string): string {
  if (!masked.includes('{email}')) return masked
  const rest = masked.replaceAll(numberGiven, '. ').replaceAll(given, ' ').trim()
  return rest.replaceAll(aroundOnly, '') === '' ? masked : rest
}
