import { lowerFirst } from './lower-first.en.ts'

const auxiliary = '(?:can|could|do|does|did|is|are|am|was|were|will|would|should|may|must|has|have)'
const asked = new RegExp(
  `^(?:${auxiliary}|(?:how|what|which|who|when|where|why)(?: \\w+){0,3}? ${auxiliary}) (?:i|you|we|it|they|the|my|your|our|a|an)\\b`,
  'i',
)

/** What the shop says to the customer, said by the customer. */
const turned: ReadonlyMap<string, string> = new Map([
  ['you', 'I'],
  ['your', 'my'],
  ['yours', 'mine'],
  ['yourself', 'myself'],
  ['we', 'you'],
  ['us', 'you'],
  ['our', 'your'],
  ['ours', 'yours'],
])

const turn = (text: string): string =>
  text
    .replaceAll(/\b(?:you are|you're)\b/gi, 'I am')
    .replaceAll(/[a-z]+/gi, (word) => turned.get(word.toLowerCase()) ?? word)

const statement = new RegExp(`^(we|you) (?:(${auxiliary}) )?(.+)$`, 'i')

/** "We match lower prices" as "Do you match lower prices?", "You can pay later" as "Can I pay later?". */
function askedOf([, who = '', auxiliary = 'do', rest = '']: RegExpMatchArray): string {
  const person = who.toLowerCase() === 'we' ? 'you' : 'I'
  const verb = auxiliary.toLowerCase() === 'are' && person === 'I' ? 'am' : auxiliary.toLowerCase()
  return `${verb.charAt(0).toUpperCase()}${verb.slice(1)} ${person} ${turn(rest)}?`
}

/**
 * A heading as a customer would ask for what stands under it: "Can I pay later?" and "My parcel hasn't come" as they are,
 * "How to return an item" as "How do I return an item?", "If it won't start" as "What if it won't start?", "What we
 * repair" as "Tell me what you repair", "Gift cards" as "Tell me about gift cards".
 */
export function headingQuestion(heading: string): string {
  const text = heading.trim()
  if (text.endsWith('?') || /^(?:i|i'm|i've|my)\b/i.test(text)) return text
  if (asked.test(text)) return `${text}?`
  const how = /^how to (.+)$/i.exec(text)?.[1]
  if (how !== undefined) return `How do I ${turn(how)}?`
  const stated = statement.exec(text)
  if (stated !== null) return askedOf(stated)
  if (/^if\b/i.test(text)) return `What ${turn(lowerFirst(text))}?`
  return `Tell me ${/^(?:how|what|which|who|when|where|why|whether)\b/i.test(text) ? '' : 'about '}${turn(lowerFirst(text))}`
}
