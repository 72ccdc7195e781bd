import { editDistance } from './edit-distance.ts'

export interface NearMiss {
  readonly word: string
  readonly distance: number
}

/** Words are compared by their beginning; what follows it is checked by the distance itself. */
const beginning = 7

/** The edits that a word may be away: none up to 3 characters, one up to 7, two from 8. */
const editsAllowed = (length: number): number => (length <= 3 ? 0 : length <= 7 ? 1 : 2)

/**
 * Finds the words that a mistyped one may have been meant as, by a deletion neighbourhood (SymSpell): two words within
 * n edits share a form that leaves up to n characters of each out.
 */
export function createNearMisses(words: Iterable<string>, mostEdits = 2): (typed: string) => readonly NearMiss[] {
  const editsFor = (word: string) => Math.min(mostEdits, editsAllowed(word.length))
  const neighbourhood = new Map<string, string | string[]>()
  for (const word of new Set(words)) {
    for (const form of shortened(word.slice(0, beginning), editsFor(word))) {
      const there = neighbourhood.get(form)
      if (there === undefined) neighbourhood.set(form, word)
      else if (typeof there === 'string') neighbourhood.set(form, [there, word])
      else there.push(word)
    }
  }

  const within = (typed: string, edits: number): NearMiss[] => {
    const found: NearMiss[] = []
    const seen = new Set<string>()
    for (const form of shortened(typed.slice(0, beginning), edits)) {
      const there = neighbourhood.get(form)
      if (there === undefined) continue
      for (const word of typeof there === 'string' ? [there] : there) {
        if (seen.has(word)) continue
        seen.add(word)
        const limit = Math.min(edits, editsFor(word))
        const distance = editDistance(typed, word, limit)
        const plausible = typed[0] === word[0] || typed.length >= 6 || swapped(typed, word)
        if (distance <= limit && plausible) found.push({ word, distance })
      }
    }
    return found.sort(
      (one, other) =>
        one.distance - other.distance || slipLikelihood(typed, other.word) - slipLikelihood(typed, one.word),
    )
  }

  /** Nearest first; two edits away only where nothing is one away. */
  return (typed) => {
    const allowed = editsFor(typed)
    if (allowed === 0) return []
    const near = within(typed, 1)
    return near.length > 0 || allowed === 1 ? near : within(typed, allowed)
  }
}

const swapped = (one: string, other: string) => one[0] === other[1] && one[1] === other[0]

/** Among words as near, which was likelier meant: the first letter is seldom wrong, a letter is seldom another one. */
export function slipLikelihood(typed: string, meant: string): number {
  const isReplaced = typed.length === meant.length && [...typed].sort().join('') !== [...meant].sort().join('')
  return (typed[0] === meant[0] ? 2 : 0) + (isReplaced ? 0 : 1)
}

function shortened(word: string, edits: number): Set<string> {
  const forms = new Set([word])
  let last = [word]
  for (let edit = 0; edit < edits; edit += 1) {
    const next: string[] = []
    for (const form of last) {
      for (let index = 0; index < form.length; index += 1) {
        const shorter = form.slice(0, index) + form.slice(index + 1)
        if (shorter.length > 1 && !forms.has(shorter)) {
          forms.add(shorter)
          next.push(shorter)
        }
      }
    }
    last = next
  }
  return forms
}
