import type { Span } from '../chunk/sentences.ts'
import { givesDeadline } from './question.ts'
import type { QuotableUnit } from './quotable-units.ts'

/** A quote of several units is no longer than this, in UTF-16 units. */
const longestRun = 360
/** With the deadline for its steps. */
const longestWithDeadline = 440
const mostUnits = 3
/** Of sentences that answer, each, one after the other. */
const mostAnswers = 4
/** A sentence as short as "Yes, of course." needs the next one. */
const shortestAnswer = 20
const yesOrNo = /^(?:Yes|No|Of course|Certainly|Unfortunately not)\b.{0,20}$/

/** Refers to the sentence before it. */
const refersBack =
  /^(?:It|They|This|That|These|Those|Otherwise|Instead|Afterwards|After that|However|If so|If not|Such|Then)\b/
const addsTo = /\b(?:either|too|as well)[.!]$/
/** Goes on with the steps of the sentence before it. */
const goesOn = /^(?:Then|Next|After that|Afterwards|Finally|Now|Lastly)\b/

type Units = readonly QuotableUnit[]
interface Run {
  readonly first: number
  readonly last: number
}

/**
 * The stretch of text to quote for a unit: an item with the line that opens its list; the opening line with its first
 * items; steps, three at most, where they are numbered or `how` was asked; a sentence with the one that it refers to,
 * or that goes on with its steps, and the next one if it answers, too.
 */
export function withContext(units: Units, best: number, how: boolean, alsoAnswers: (i: number) => boolean): Span {
  const unit = units[best]!
  const run =
    opensList(unit) && units[best + 1]?.kind === 'item'
      ? openedList(units, best)
      : unit.kind === 'item'
        ? listed(units, best, how || unit.numbered)
        : unit.kind === 'sentence'
          ? sentences(units, best, how, alsoAnswers)
          : { first: best, last: best }
  const first = how && opensList(units[run.first]!) ? deadlineBefore(units, run) : run.first
  return { start: units[first]!.start, end: units[run.last]!.end }
}

/** Steps are done in time: where the sentence before them says until when, they begin with it. */
function deadlineBefore(units: Units, { first, last }: Run): number {
  const before = units[first - 1]
  const near = before !== undefined && together(units, first - 1, first) && givesDeadline(before.content)
  return near && units[last]!.end - before.start <= longestWithDeadline ? first - 1 : first
}

/** Whether the unit is the line that opens a list of steps. */
export const opensSteps = (units: Units, i: number): boolean => opensList(units[i]!) && units[i + 1]?.numbered === true

const opensList = ({ content }: QuotableUnit) => /:[*_]*$/.test(content)

const fits = (units: Units, { first, last }: Run) => units[last]!.end - units[first]!.start <= longestRun

/** Whether two neighbours stand in one paragraph or list. */
const together = (units: Units, i: number, j: number) =>
  units[i] !== undefined && units[j] !== undefined && units[i].block === units[j].block

function openedList(units: Units, first: number): Run {
  let last = first + 1
  while (last - first < mostUnits && together(units, last, last + 1) && fits(units, { first, last: last + 1 })) last++
  return { first, last }
}

function listed(units: Units, best: number, steps: boolean): Run {
  let first = best
  let last = best
  const more = () => steps && last - first + 1 < mostUnits
  while (more() && together(units, last, last + 1) && fits(units, { first, last: last + 1 })) last++
  while (more() && together(units, first - 1, first) && fits(units, { first: first - 1, last })) first--

  let listStart = first
  while (together(units, listStart - 1, listStart)) listStart--
  const opening = units[listStart - 1]
  return opening && opensList(opening) && fits(units, { first: listStart - 1, last })
    ? { first: listStart - 1, last }
    : { first, last }
}

function sentences(units: Units, best: number, how: boolean, alsoAnswers: (i: number) => boolean): Run {
  let first = best
  let last = best
  const content = (i: number) => units[i]!.content
  if (
    together(units, best - 1, best) &&
    (refersBack.test(content(best)) || addsTo.test(content(best)) || yesOrNo.test(content(best - 1))) &&
    !units[best - 1]!.question &&
    fits(units, { first: best - 1, last })
  ) {
    first--
  }
  const hasRoom = (run: Run) => run.last - run.first < mostAnswers && fits(units, run)
  // What is told piece by piece ("standard costs …, express costs …") is told from its first.
  while (together(units, first - 1, first) && alsoAnswers(first - 1) && hasRoom({ first: first - 1, last })) first--
  const needsNext = () => {
    const short = units[last]!.end - units[first]!.start < shortestAnswer
    return short || (how && goesOn.test(content(last + 1))) || alsoAnswers(last + 1)
  }
  while (together(units, last, last + 1) && hasRoom({ first, last: last + 1 }) && needsNext()) last++
  return { first, last }
}
