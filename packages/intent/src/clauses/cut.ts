import type { Words } from '../language/words.ts'
import { type Phrases, phraseSet } from '../text/phrases.ts'
import type { Token } from '../text/tokens.ts'

/** What stands before a part of a message. `comma`: only words of greeting, thanks or answer are parted by it. */
export type Joint = 'start' | 'sentence' | 'strong' | 'weak' | 'comma'

/** A part of a message that may be a clause of its own. */
export interface Part {
  readonly start: number
  readonly end: number
  readonly joint: Joint
  /** It has the form of a request: it opens like one, or ends with a question mark. */
  readonly asks: boolean
  /** Words, figures and signs. */
  readonly words: number
}

export type Cutter = (text: string, tokens: readonly Token[], isInside: (offset: number) => boolean) => Part[]

/** More parts than this are a story; the rest is left in one piece. */
const mostParts = 24

/** Where a message may be cut: after sentences, at joiners that begin something new, at commas. */
export function createCutter(words: Words['joiners']): Cutter {
  const strong = phraseSet(words.strong)
  const weak = phraseSet(words.weak)
  const openers = phraseSet(words.question_openers)

  return (text, tokens, isInside) => {
    const cuts: { from: number; joint: Joint }[] = [{ from: 0, joint: 'start' }]
    for (let index = 1; index < tokens.length && cuts.length < mostParts; index += 1) {
      const token = tokens[index] as Token
      if (isInside(token.start)) continue
      const cut = cutAt(text, tokens, index)
      if (cut === null) continue
      if (cut.from >= tokens.length) break
      cuts.push(cut)
      index = cut.from
    }
    return cuts.flatMap(({ from, joint }, place): Part[] => {
      const to = cuts[place + 1]
      return partOf(
        text,
        tokens,
        from,
        to === undefined ? tokens.length : backOverJoiners(tokens, to.from, from),
        joint,
      )
    })
  }

  function cutAt(text: string, tokens: readonly Token[], index: number): { from: number; joint: Joint } | null {
    const before = tokens[index - 1] as Token
    const token = tokens[index] as Token
    if (endsSentence(text, before, token))
      return { from: afterJoiner(tokens, index) ?? index, joint: jointAt(tokens, index) }
    const joiner = strong.at(tokens, index)
    if (joiner !== null) return { from: joiner.to, joint: 'strong' }
    const link = runOf(weak, tokens, index)
    if (link !== null && openers.at(tokens, link) !== null) return { from: link, joint: 'weak' }
    const dash = /^[-–—]$/.test(before.text) && !before.glued && !token.glued
    return before.text === ',' || dash ? { from: index, joint: 'comma' } : null
  }

  /** "Also, what about …": a sentence that opens with a joiner begins something new. */
  function jointAt(tokens: readonly Token[], index: number): Joint {
    return strong.at(tokens, index) !== null || weak.at(tokens, index) !== null ? 'strong' : 'sentence'
  }

  function afterJoiner(tokens: readonly Token[], index: number): number | null {
    const to = strong.at(tokens, index)?.to ?? runOf(weak, tokens, index)
    return to === null ? null : tokens[to]?.text === ',' ? to + 1 : to
  }

  function backOverJoiners(tokens: readonly Token[], to: number, from: number): number {
    let end = to
    for (let moved = true; moved && end > from;) {
      const match = strong.before(tokens, end) ?? weak.before(tokens, end)
      moved = match !== null && match.from > from
      if (match !== null && moved) end = match.from
    }
    return end
  }

  function partOf(text: string, tokens: readonly Token[], from: number, to: number, joint: Joint): Part[] {
    const first = tokens[from]
    const last = tokens[to - 1]
    if (first === undefined || last === undefined || to <= from) return []
    const asks = last.text === '?' || opensRequest(tokens, from, to)
    return [{ start: first.start, end: last.end, joint, asks, words: to - from }]
  }

  function opensRequest(tokens: readonly Token[], from: number, to: number): boolean {
    const opener = openers.at(tokens, from)
    return opener !== null && opener.to <= to
  }
}

/** The end of a run of phrases ("and, also"), as an index of tokens; null where none begins. */
function runOf(phrases: Phrases<true>, tokens: readonly Token[], index: number): number | null {
  let to = index
  for (let match = phrases.at(tokens, to); match !== null; match = phrases.at(tokens, to)) to = match.to
  return to === index ? null : to
}

const sentenceEnd = /^[.!?;…]$/

function endsSentence(text: string, before: Token, token: Token): boolean {
  const between = text.slice(before.end, token.start)
  return between.includes('\n') || (sentenceEnd.test(before.text) && !token.glued && !sentenceEnd.test(token.text))
}
