import type { TermText } from '../text/lexicon.ts'
import { otherWordWeight, type Alternative, type Query } from '../text/query.ts'
import type { TextAnalysis } from '../text/analysis.ts'
import type { Asked } from './question.ts'

/** Which words of a query a text has: a bit for each, in the order of the query's terms. */
export interface Covered {
  /** Has the word itself. */
  own: number
  /** Has another word for it. */
  other: number
  /** Has these terms of alternatives that need several. */
  parts: number
}

/** Reads texts for the words of one query. */
export interface QueryReader {
  /** The words in a stretch of a text, by the places of its terms; the whole text without them. */
  read(text: TermText, from?: number, to?: number): Covered
  readonly asked: Asked
  /** Takes the words that ask for a kind ("window", "cost") for said in a text that gives it; `kinds` as of `kindsGiven`. */
  grant(covered: Covered, kinds: number): Covered
  /** What texts have together. */
  together(...texts: readonly Covered[]): Covered
  /** The query's mass that is covered, as a share of the whole: 0 to 1. */
  share(covered: Covered): number
  /** Whether it has words that are only talked about. */
  readonly hasContext: boolean
  /** The mass of the words that are only talked about, as a share of theirs; 0 without any. */
  contextShare(covered: Covered): number
  /** As `share`, each word that says something counting alike, however rare it is. */
  countShare(covered: Covered): number
  /** How much of a text the query names: its words, by their rarity, as a share of the whole. */
  namedShare(text: TermText): number
  /**
   * The mass of neighbouring words of the query that a text has together and in their order, as a share of the whole.
   * `covered`: the words that it has at most.
   */
  phraseShare(text: TermText, covered: Covered): number
  /** The words of the query with a digit that are covered, as a share of those there are; null where it has none. */
  codeShare(covered: Covered): number | null
  /**
   * As `share`, of the words that say something and that `known` doesn't have: a title that has half of a question says
   * nothing of the other half. 1 where there are none.
   */
  beyondShare(covered: Covered, known: Covered): number
  /** The mass of the word that counts most, as far as it is covered; 1 where no word says something. */
  rarestShare(covered: Covered): number
  /** Whether the query has a word of the lexicon or another word for it. */
  names(term: number): boolean
  /** As `share`, words of `known` counting half: they tell a text's sentences apart less. */
  newShare(covered: Covered, known: Covered): number
}

const mostParts = 31
/** A long message has words for more than its question: a passage need not cover more than these. */
const mostMass = 3
const mostWords = 8
/** From this weight on a word says something. */
const telling = 0.6

/** Readers of the chunks' texts. Their tables serve one query at a time. */
export function createReaders({ lexicon, rarity }: TextAnalysis): (query: Query, asked: Asked) => QueryReader {
  const termCount = lexicon.size
  const ownBits = new Int32Array(termCount)
  const otherBits = new Int32Array(termCount)
  const partBits = new Int32Array(termCount)
  let marked: number[] = []
  let last: { readonly query: Query; readonly asked: Asked; readonly reader: QueryReader } | undefined

  return (query, asked) => {
    if (last?.query === query && last.asked === asked) return last.reader
    const reader = open(query, asked)
    last = { query, asked, reader }
    return reader
  }

  function open(query: Query, asked: Asked): QueryReader {
    for (const term of marked) ownBits[term] = otherBits[term] = partBits[term] = 0
    marked = []
    const joint: { bit: number; needs: number; own: boolean }[] = []
    let parts = 0
    const mark = (table: Int32Array, term: number, bit: number) => {
      table[term]! |= bit
      marked.push(term)
    }
    const add = ({ terms, weight }: Alternative, bit: number) => {
      const own = weight === 1
      if (terms.length === 1) return mark(own ? ownBits : otherBits, terms[0]!, bit)
      if (parts + terms.length > mostParts) return
      let needs = 0
      for (const term of terms) {
        mark(partBits, term, 1 << parts)
        needs |= 1 << parts++
      }
      joint.push({ bit, needs, own })
    }
    query.terms.forEach(({ alternatives }, i) => {
      for (const alternative of alternatives) add(alternative, 1 << i)
    })
    const masses = query.terms.map(({ mass }) => mass)
    const asks = query.terms.reduce((sum, { asked, mass }) => (asked ? sum + mass : sum), 0)
    const whole = Math.min(mostMass, asks) || 1

    const contextMass = query.terms.reduce((sum, { asked: isAsked, mass }) => (isAsked ? sum : sum + mass), 0)

    const askingWords = asked.stretches.map(({ bit, text, alike }) => {
      const stretch = text.toLowerCase().split(/\W+/)
      return {
        bit,
        alike,
        words: query.terms.reduce((bits, { word }, i) => (stretch.includes(word) ? bits | (1 << i) : bits), 0),
      }
    })

    const tells = query.terms.map(({ asked, weight }) => asked && weight >= telling)
    const words = tells.filter(Boolean).length

    const codes = query.terms.reduce(
      (bits, { word, asked }, i) => (asked && hasDigit(word) ? bits | (1 << i) : bits),
      0,
    )
    const pairMass = masses.slice(1).map((mass, i) => Math.min(mass, masses[i]!))
    const allPairs = pairMass.reduce((sum, mass) => sum + mass, 0)

    const settle = (covered: Covered): Covered => {
      if (covered.parts === 0) return covered
      for (const { bit, needs, own } of joint) {
        if ((covered.parts & needs) !== needs) continue
        if (own) covered.own |= bit
        else covered.other |= bit
      }
      return covered
    }
    /** The words of the query that a term is a part of. */
    const jointBits = (term: number) =>
      joint.reduce((bits, { bit, needs }) => ((partBits[term]! & needs) === 0 ? bits : bits | bit), 0)
    const partOf = ({ own, other }: Covered, i: number) => (own & (1 << i) ? 1 : other & (1 << i) ? otherWordWeight : 0)
    const weigh = ({ own, other }: Covered, known: number) => {
      let sum = 0
      for (let i = 0; i < masses.length; i++) {
        const bit = 1 << i
        const part = own & bit ? 1 : other & bit ? otherWordWeight : 0
        sum += masses[i]! * (known & bit ? part / 2 : part)
      }
      return Math.min(1, sum / whole)
    }

    return {
      read({ terms, extras, extraPlaces }, from = 0, to = terms.length) {
        let own = 0
        let other = 0
        let needed = 0
        for (let at = from; at < to; at++) {
          const term = terms[at]!
          own |= ownBits[term]!
          other |= otherBits[term]!
          needed |= partBits[term]!
        }
        for (let i = 0; i < extras.length; i++) {
          if (extraPlaces[i]! < from || extraPlaces[i]! >= to) continue
          const term = extras[i]!
          own |= ownBits[term]!
          other |= otherBits[term]!
          needed |= partBits[term]!
        }
        return settle({ own, other, parts: needed })
      },
      asked,
      hasContext: contextMass > 0,
      grant(covered, kinds) {
        if ((kinds & asked.kinds) === 0) return covered
        let { own, other } = covered
        for (const { bit, alike, words } of askingWords) {
          if ((kinds & bit) === 0) continue
          other |= words
          if (alike) own &= ~words
        }
        return { own, other, parts: covered.parts }
      },
      together(...texts) {
        let own = 0
        let other = 0
        let needed = 0
        for (const text of texts) {
          own |= text.own
          other |= text.other
          needed |= text.parts
        }
        return settle({ own, other, parts: needed })
      },
      share: (covered) => weigh(covered, 0),
      contextShare({ own, other }) {
        if (contextMass === 0) return 0
        let sum = 0
        query.terms.forEach(({ asked, mass }, i) => {
          if (!asked && (own | other) & (1 << i)) sum += mass
        })
        return sum / contextMass
      },
      countShare({ own, other }) {
        let found = 0
        for (let i = 0; i < tells.length; i++) {
          if (tells[i]) found += own & (1 << i) ? 1 : other & (1 << i) ? otherWordWeight : 0
        }
        return words === 0 ? 0 : Math.min(1, found / Math.min(mostWords, words))
      },
      namedShare({ terms }) {
        let all = 0
        let named = 0
        for (const term of terms) {
          all += rarity(term)
          if ((ownBits[term]! | otherBits[term]! | partBits[term]!) !== 0) named += rarity(term)
        }
        return all === 0 ? 0 : named / all
      },
      phraseShare({ terms }, { own, other }) {
        const words = own | other
        if (allPairs === 0 || (words & (words << 1)) === 0) return 0
        let found = 0
        // The words of the query at the last two places, moved on to the ones that would follow them.
        let due = 0
        let dueNext = 0
        for (const term of terms) {
          const bits = ownBits[term]! | otherBits[term]! | (partBits[term] === 0 ? 0 : jointBits(term))
          found |= bits & (due | dueNext)
          dueNext = due
          due = bits << 1
        }
        let sum = 0
        for (let i = 0; i < pairMass.length; i++) if (found & (1 << (i + 1))) sum += pairMass[i]!
        return sum / allPairs
      },
      codeShare: ({ own, other }) => (codes === 0 ? null : countBits((own | other) & codes) / countBits(codes)),
      beyondShare(covered, known) {
        let all = 0
        let found = 0
        for (let i = 0; i < masses.length; i++) {
          if (!tells[i] || (known.own | known.other) & (1 << i)) continue
          all += masses[i]!
          found += masses[i]! * partOf(covered, i)
        }
        return all === 0 ? 1 : Math.min(1, found / Math.min(mostMass, all))
      },
      rarestShare(covered) {
        const rarest = tells.reduce((most, told, i) => (told && (masses[most] ?? 0) < masses[i]! ? i : most), -1)
        return rarest === -1 ? 1 : masses[rarest]! * partOf(covered, rarest)
      },
      names: (term) => (ownBits[term]! | otherBits[term]! | partBits[term]!) !== 0,
      newShare: (covered, known) => weigh(covered, known.own | known.other),
    }
  }
}

export const hasDigit = (word: string): boolean => /\p{N}/u.test(word)

function countBits(bits: number): number {
  let count = 0
  for (let left = bits; left !== 0; left &= left - 1) count++
  return count
}
