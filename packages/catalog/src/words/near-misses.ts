import { editDistance } from './edit-distance.ts'
import { soundOf } from './sound.ts'

export interface NearMiss {
  readonly word: string
  readonly distance: number
}

/** Words are compared by their beginning; what follows it is checked by the distance itself. */
const beginning = 7
/** Shorter words sound the same by chance. */
const shortestBySound = 5

/** The edits that a word may be away: none up to 3 characters, one up to 7, two from 8. */
const editsAllowed = (length: number): number => (length <= 3 ? 0 : length <= 7 ? 1 : 2)

/**
 * Finds the words that a mistyped one may have been meant as, by a deletion neighbourhood (SymSpell): two words within
 * n edits share a form that leaves up to n characters of each out.
 */
export function createNearMisses(of: Iterable<string>, mostEdits = 2): (typed: string) => readonly NearMiss[] {
  const words = new Set(of)
  const editsFor = (word: string) => Math.min(mostEdits, editsAllowed(word.length))
  const neighbourhood = new Map<string, string | string[]>()
  for (const word of words) {
    for (const form of shortened(word.slice(0, beginning), editsFor(word))) {
      const there = neighbourhood.get(form)
      if (there === undefined) neighbourhood.set(form, word)
      else if (typeof there === 'string') neighbourhood.set(form, [there, word])
      else there.push(word)
    }
  }
  const sounds = new Map<string, string[]>()
  for (const word of words) {
    const sound = soundOf(word)
    if (word.length < shortestBySound || sound === word) continue
    const there = sounds.get(sound)
    if (there === undefined) sounds.set(sound, [word])
    else there.push(word)
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
        if (distance <= limit && isPlausible(typed, word)) found.push({ word, distance })
      }
    }
    return found.sort(
      (one, other) =>
        one.distance - other.distance || slipLikelihood(typed, other.word) - slipLikelihood(typed, one.word),
    )
  }

  /** Words that sound the same are as near as one edit, however they are written. */
  const alike = (typed: string): NearMiss[] =>
    (typed.length < shortestBySound ? [] : (sounds.get(soundOf(typed)) ?? [])).map((word) => ({ word, distance: 1 }))

  /** Nearest first; two edits away only where nothing is one away. */
  return (typed) => {
    const allowed = editsFor(typed)
    if (allowed === 0) return []
    const near = within(typed, 1)
    if (near.length > 0) return near
    const sounding = alike(typed)
    return sounding.length > 0 || allowed === 1 ? sounding : within(typed, allowed)
  }
}

/** The first letter of a short word is seldom wrong; one more before a word makes another word ("iphone"). */
const isPlausible = (typed: string, word: string) =>
  typed[0] === word[0] || (typed.length >= 6 && typed.slice(1) !== word) || swapped(typed, word)

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
