import type { MentionCandidate } from '../types.ts'
import { isApart } from '../words/tokens.ts'
import type { NameIndex } from './names.ts'
import type { Slot } from './slots.ts'
import { type Span, aboutEqual, tellsApart } from './span.ts'
import { distinctiveness } from './terms.ts'

/** A run of words that all of some products have. */
export interface Run {
  readonly from: number
  readonly to: number
  readonly positions: readonly number[]
}

/** How many products are weighed against each other in the end. */
const mostWeighed = 64

const determiners: ReadonlySet<string> = new Set(['the', 'this', 'that', 'your', 'my', 'a', 'an'])
const pointing: ReadonlySet<string> = new Set(['the', 'this', 'that', 'your', 'my'])

/** Whether a run of words names its products, and how well each: by what the words tell, and how much of the name they are. */
export function weighRun(run: Run, slots: readonly Slot[], text: string, index: NameIndex): Span | null {
  if (run.positions.length > mostWeighed) return null
  const said = slots.slice(run.from, run.to + 1).filter((slot) => !slot.isFunctionWord)
  const first = slots[run.from] as Slot
  const last = slots[run.to] as Slot
  const before = wordBefore(text, first.start)
  const telling = tellingOf(said, before)
  const terms = new Set(said.map(textOf))
  const similarity = similarityOf(said)
  const saysKind = said.some((slot) => slot.term?.categories != null)
  const hostsToo = run.positions.some((position) => !index.isAccessory(position))

  const candidates: MentionCandidate[] = []
  for (const position of run.positions) {
    const coverage = index.coverage(terms, position)
    const inOrder = run.positions.length === 1 && said.length > 1 && index.saysInOrder(said.map(textOf), position)
    if (telling < (inOrder ? enoughInOrder : neededOf(said, coverage, pointing.has(before)))) continue
    if (said.length === 1 && !saysAlone(first, position, index)) continue
    if (isOfOtherKind(said, position, index)) continue
    const fitness = (0.5 + 0.24 * Math.min(1, telling) + 0.24 * coverage) * similarity
    // "the X1" is the laptop, not its sleeve.
    const otherThing = hostsToo && !saysKind && index.isAccessory(position) ? 0.88 : 1
    const score = fitness * otherThing * (contradicts(run, slots, position, index) ? 0.8 : 1)
    candidates.push({ id: index.products[position]?.id ?? 0, score })
  }
  const kept = aboutEqual(candidates)
  if (!tellsApart(kept)) return null
  return { kind: 'product', start: first.start, end: last.end, candidates: kept, whole: false }
}

/** How much the words tell together; a number only beside a word of the name, alone only as "the 501". */
function tellingOf(said: readonly Slot[], before: string): number {
  const numbers = said.filter((slot) => isNumber(slot))
  const words = said.filter((slot) => !isNumber(slot))
  const ofWords = words.reduce((sum, slot) => sum + (slot.term === null ? 0 : distinctiveness(slot.term)), 0)
  if (words.some((slot) => slot.term?.categories == null)) return ofWords + 0.35 * numbers.length
  const model = numbers.some((slot) => (slot.term?.text.length ?? 0) >= 3)
  if (!model) return ofWords
  return ofWords + (determiners.has(before) || numbers.some((slot) => slot.plural) || words.length > 0 ? 1 : 0)
}

/** What a word has to tell to be a name beside the kind of another thing. */
const tellsMuch = 0.5

/** "14 inch laptop" is no sleeve for one: an accessory is named by its kind, or by a word that tells it. */
function isOfOtherKind(said: readonly Slot[], position: number, index: NameIndex): boolean {
  if (!index.isAccessory(position)) return false
  const category = index.products[position]?.category ?? ''
  const kinds = said.flatMap(({ term }) => (term?.categories == null ? [] : [term.categories]))
  const tells = ({ term }: Slot) => term !== null && term.categories === null && distinctiveness(term) >= tellsMuch
  return kinds.length > 0 && !kinds.some((kind) => kind.has(category)) && !said.some(tells)
}

const textOf = (slot: Slot) => slot.term?.text ?? ''

/** "ultrabook 15" where the shop has the 13: a number that follows and is another one than the name's. */
function contradicts(run: Run, slots: readonly Slot[], position: number, index: NameIndex): boolean {
  const next = slots[run.to + 1]
  const said = slots.slice(run.from, run.to + 1).map(textOf)
  return next?.number === true && !isApart(next) && index.hasOtherNumber(said, position)
}

const isNumber = (slot: Slot) => /^[\d.]+$/.test(slot.term?.text ?? '')

const shortestMistyped = 6
const leastSimilarity = 0.8
const shortestAlone = 4

/** A word alone is no abbreviation ("SSD"), no part of a joined one, and no short one that only looks like it. */
function saysAlone(slot: Slot, position: number, index: NameIndex): boolean {
  const text = textOf(slot)
  if (slot.similarity < 1 && (slot.end - slot.start < shortestMistyped || slot.similarity < leastSimilarity))
    return false
  return /\d/.test(text) || (text.length >= shortestAlone && index.saysUnit(text, position))
}

/** What a run of words in the very order of the one product's name has to tell: "burr grinder". */
const enoughInOrder = 0.55

/** One word has to tell much by itself; two together, or what was pointed at ("the pebble"), less. */
function neededOf(said: readonly Slot[], coverage: number, pointedAt: boolean): number {
  if (said.length > 1) return 0.64
  return pointedAt && coverage >= 0.45 ? 0.6 : 0.95
}

function similarityOf(said: readonly Slot[]): number {
  let letters = 0
  let alike = 0
  for (const slot of said) {
    letters += slot.end - slot.start
    alike += (slot.end - slot.start) * slot.similarity
  }
  return letters === 0 ? 0 : alike / letters
}

const wordBefore = (text: string, start: number): string =>
  /([\p{L}\p{N}]+)[\s"'“‘]*$/u.exec(text.slice(Math.max(0, start - 20), start))?.[1]?.toLowerCase() ?? ''
