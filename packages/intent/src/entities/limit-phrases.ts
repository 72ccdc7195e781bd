import type { Words } from '../language/words.ts'
import { determiners } from '../text/english.ts'
import { createPhrases, phraseSet } from '../text/phrases.ts'
import type { Token } from '../text/tokens.ts'
import type { Amount } from './amounts.ts'

const bounds = ['max_exclusive', 'max_inclusive', 'min_exclusive', 'min_inclusive', 'around'] as const
export type Bound = (typeof bounds)[number]

/** A figure in a message with the limit that stands by it. `from`, `to`: tokens, the limit's words included. */
export interface Figure {
  readonly amount: Amount
  readonly bound: Bound | null
  readonly from: number
  readonly to: number
}

export interface FigureRange {
  readonly from: number
  readonly low: Amount
  readonly high: Amount
  /** A word opens it ("between"). */
  readonly opened: boolean
}

type AmountAt = (index: number) => Amount | null

/** Reads the words of limits and the figures beside them, whatever the figures measure. */
export interface LimitPhrases {
  /** A limit's words and a figure, a figure and the limit's words after it, or a plain figure. */
  figureAt(tokens: readonly Token[], index: number, amountAt: AmountAt): Figure | null
  rangeAt(tokens: readonly Token[], index: number, amountAt: AmountAt): FigureRange | null
  /** "cheaper than": what follows is the limit. `to`: where it begins. */
  cheaperThanAt(tokens: readonly Token[], index: number): { readonly bound: Bound; readonly to: number } | null
  /** The limit's words before or after a run of tokens ("at least 16GB", "10 hours or more"). */
  boundBeside(tokens: readonly Token[], from: number, to: number): Bound | null
}

export function createLimitPhrases({ limits, comparatives }: Words): LimitPhrases {
  const after = new Set(limits.after_the_amount)
  const all = bounds.flatMap((bound) => limits[bound].map((phrase) => [phrase, bound] as const))
  const leading = createPhrases(all.filter(([phrase]) => !/^(?:or|and) /.test(phrase)))
  const trailing = createPhrases(all.filter(([phrase]) => after.has(phrase)))
  const ranges = limits.range.map(({ open, join }) => ({
    open: phraseSet(open === '' ? [] : [open]),
    bare: open === '',
    join: phraseSet(join),
  }))
  const thans = Object.entries(comparatives).map(([phrase, cue]) => ({ ...cue, phrase: `${phrase} than` }))
  const byFeature = phraseSet(thans.filter(({ by }) => by !== 'price').map(({ phrase }) => phrase))
  const byPrice = createPhrases(
    thans.filter(({ by }) => by === 'price').map(({ phrase, order }) => [phrase, order] as const),
  )

  return {
    figureAt(tokens, index, amountAt) {
      const phrase = byFeature.at(tokens, index) === null ? leading.at(tokens, index) : null
      if (phrase !== null) {
        // "a budget of around 500"
        const inner = leading.at(tokens, phrase.to)
        const start = inner?.meaning === 'around' ? inner.to : phrase.to
        const amount = amountAt(start) ?? (isDeterminer(tokens[start]) ? amountAt(start + 1) : null)
        if (amount !== null) return { amount, bound: phrase.meaning, from: index, to: amount.to }
      }
      const amount = amountAt(index)
      if (amount === null) return null
      const next = trailing.at(tokens, amount.to)
      return { amount, bound: next?.meaning ?? null, from: index, to: next?.to ?? amount.to }
    },
    rangeAt(tokens, index, amountAt) {
      for (const { open, bare, join } of ranges) {
        const opening = open.at(tokens, index)
        if (opening === null && !bare) continue
        const low = amountAt(opening?.to ?? index)
        const joint = low === null ? null : join.at(tokens, low.to)
        const high = joint === null ? null : amountAt(joint.to)
        if (low === null || high === null) continue
        // "1-1.5k": the first is in thousands too.
        const scale = high.scaled && !low.scaled && low.value < high.value / 100 ? 1000 : 1
        return { from: index, low: { ...low, value: low.value * scale }, high, opened: opening !== null }
      }
      return null
    },
    cheaperThanAt(tokens, index) {
      const match = byPrice.at(tokens, index)
      if (match === null) return null
      return { bound: match.meaning === 'asc' ? 'max_exclusive' : 'min_exclusive', to: match.to }
    },
    boundBeside: (tokens, from, to) =>
      leading.before(tokens, from)?.meaning ?? trailing.at(tokens, to)?.meaning ?? null,
  }
}

const isDeterminer = (token: Token | undefined) => token !== undefined && determiners.has(token.text)
