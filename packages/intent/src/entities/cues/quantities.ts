import type { Words } from '../../language/words.ts'
import { placeWords } from '../../text/english.ts'
import { phraseSet } from '../../text/phrases.ts'
import type { Token } from '../../text/tokens.ts'
import { overlapsAny, placeOf } from '../figures.ts'
import type { Cue, Span } from '../findings.ts'
import { type CueReader, mentionFrom } from './cue-reader.ts'

const timesFigure = /^x(\d{1,2})$/
/** More pieces than this nobody means: it is another number. */
const mostPieces = 999
/** What a figure can't be a part of and still be a count. */
const notCounts = new Set(['number', 'product', 'category', 'brand', 'attribute'])

interface Count {
  readonly value: number
  readonly to: number
}

/** Counts of pieces: "two of the cables", "2 cables", "1x hub", "hub x2", "qty 3", "both cables", "just one of them". */
export function createQuantityReader({ quantities, numbers }: Words): CueReader {
  const units = phraseSet(quantities.units)
  const times = new Set(quantities.times)
  const labels = phraseSet(quantities.labels)
  const of = phraseSet(quantities.of)
  const both = phraseSet(quantities.both)
  const between = new Set(quantities.between)
  const articles = new Set(numbers.article_like)
  const values = new Map(Object.entries(numbers.words))

  const countAt = (tokens: readonly Token[], index: number, spans: readonly Span[]): Count | null => {
    const count = readCount(tokens, index)
    return count === null || isPartOf(tokens[index] as Token, spans) ? null : count
  }

  const readCount = (tokens: readonly Token[], index: number): Count | null => {
    const token = tokens[index]
    if (token === undefined) return null
    if (token.kind === 'number') {
      const value = /^\d{1,3}$/.test(token.text) ? Number(token.text) : 0
      return value >= 1 && value <= mostPieces ? { value, to: index + 1 } : null
    }
    if (articles.has(token.text)) {
      const couple = tokens[index + 1]?.text === 'couple' && tokens[index + 2]?.text === 'of'
      return couple ? { value: 2, to: index + 2 } : null
    }
    // "x2"
    const figure = timesFigure.exec(token.text)
    if (figure !== null) return { value: Number(figure[1]), to: index + 1 }
    const value = values.get(token.text)
    return value === undefined || value < 1 ? null : { value, to: index + 1 }
  }

  return (tokens, spans, mentions) => {
    const cues: Cue[] = []
    const add = (from: number, to: number, count: number) =>
      cues.push({ ...placeOf(tokens, from, to), kind: 'quantity', count })
    const isThing = (index: number) => {
      const placeholder = mentionFrom(tokens, index, mentions)?.placeholder
      return placeholder === 'product' || placeholder === 'category'
    }
    const counts = (index: number) => isThing(index) || units.at(tokens, index) !== null
    for (let index = 0; index < tokens.length; index += 1) {
      const pair = both.at(tokens, index)
      if (pair !== null) {
        if (counts(pair.to) || between.has(tokens[pair.to]?.text ?? '')) add(index, pair.to, 2)
        index = pair.to - 1
        continue
      }
      const label = labels.at(tokens, index)
      const after = label === null ? index : tokens[label.to]?.text === ':' ? label.to + 1 : label.to
      const labelled = label === null ? null : countAt(tokens, after, spans)
      if (label !== null && labelled !== null && (!times.has(tokens[index]?.text ?? '') || !isThing(labelled.to))) {
        add(index, labelled.to, labelled.value)
        index = labelled.to - 1
        continue
      }
      const count = countAt(tokens, index, spans)
      if (count === null || placeWords.has(tokens[index - 1]?.text ?? '')) continue
      const { value, to } = count
      const sign = times.has(tokens[to]?.text ?? '') ? to + 1 : to
      const adjective = between.has(tokens[sign]?.text ?? '') ? sign + 1 : sign
      const glued = timesFigure.test(tokens[index]?.text ?? '')
      const multiplied = sign > to && (tokens[sign]?.kind === 'word' || isThing(sign))
      const counted = articles.has(tokens[index]?.text ?? '') ? counts(to + 1) : counts(adjective)
      if (multiplied) add(index, sign, value)
      else if (glued || counted || of.at(tokens, to) !== null) add(index, to, value)
      else continue
      index = to - 1
    }
    return cues
  }
}

const isPartOf = (token: Token, spans: readonly Span[]) =>
  overlapsAny(
    token,
    spans.filter(({ placeholder }) => !notCounts.has(placeholder)),
  ) || spans.some((span) => span.placeholder === 'product' && span.start <= token.start && span.end >= token.end)
