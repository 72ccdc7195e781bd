import type { Token } from './tokens.ts'

/** Corrects words towards those of a closed list. */
export type Speller = (tokens: readonly Token[]) => readonly Token[]

const shortestWord = 4
/** Of a shorter word only two letters in the wrong order are put right: "late" may be "lake" or "rate". */
const shortestOfAnySlip = 5

/**
 * A speller: a word that nobody writes (not in `known`), and that is one slip away from one of `targets` alone (a letter
 * left out, doubled, wrong, or two swapped; never the first), is read as that, unless one of `rivals` is as near. All lists in
 * lower case, without apostrophes.
 */
export function createSpeller(
  targets: Iterable<string>,
  known: ReadonlySet<string>,
  rivals: Iterable<string> = [],
): Speller {
  const wanted = new Set([...targets].filter((word) => word.length >= shortestWord))
  const others = new Set([...rivals].filter((word) => word.length >= shortestWord && !wanted.has(word)))
  const byDeletion = new Map<string, string[]>()
  for (const word of [...wanted, ...others]) {
    for (const key of deletions(word)) {
      const there = byDeletion.get(key)
      if (there === undefined) byDeletion.set(key, [word])
      else if (!there.includes(word)) there.push(word)
    }
  }

  const correct = (word: string): string => {
    if (word.length < shortestWord || wanted.has(word) || known.has(word)) return word
    const found = new Set<string>()
    for (const key of deletions(word)) {
      for (const target of byDeletion.get(key) ?? []) if (isOneSlip(word, target)) found.add(target)
    }
    if (others.size > 0 && [...found].some((target) => others.has(target))) return word
    // The lists have some slips themselves; what people write is likelier meant.
    const likely = [...found].filter((target) => known.has(target))
    const [only, ...more] = likely.length > 0 ? likely : [...found]
    return only !== undefined && more.length === 0 ? only : word
  }
  return (tokens) =>
    tokens.map((token) => {
      const text = token.kind === 'word' ? correct(token.text) : token.text
      return text === token.text ? token : { ...token, text }
    })
}

/** The word, and the word without each of its letters but the first. */
function deletions(word: string): string[] {
  const keys = [word]
  for (let index = 1; index < word.length; index += 1) keys.push(word.slice(0, index) + word.slice(index + 1))
  return keys
}

function isOneSlip(one: string, other: string): boolean {
  let from = 0
  while (from < one.length && one[from] === other[from]) from += 1
  let rest = 0
  while (rest < Math.min(one.length, other.length) - from && one.at(-1 - rest) === other.at(-1 - rest)) rest += 1
  const [left, right] = [one.length - from - rest, other.length - from - rest]
  const isLong = Math.min(one.length, other.length) >= shortestOfAnySlip
  if (isLong && (left + right <= 1 || (left === 1 && right === 1))) return true
  return left === 2 && right === 2 && one[from] === other[from + 1] && one[from + 1] === other[from]
}
