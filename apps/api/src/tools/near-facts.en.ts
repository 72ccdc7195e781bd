import type { Catalog } from '@marketplace-agent/catalog'
import type { Spec } from '@marketplace-agent/domain'

/** The words of a text, in lower case. */
export const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Shorter parts of a word say little ("in", "of"). */
const shortest = 4
const mostNear = 3

/** "Screen" and "touchscreen", "port" and "ports". */
const isAlike = (one: string, other: string) =>
  one === other || (one.length >= shortest && other.length >= shortest && (one.includes(other) || other.includes(one)))

/** The specs of a product that have to do with some words: by their name, an alias, or what they say; three at most. */
export function nearFacts(words: string, specs: readonly Spec[], catalog: Catalog): readonly Spec[] {
  const wanted = wordsIn(words)
  const shares = (text: string) => wanted.filter((word) => wordsIn(text).some((part) => isAlike(word, part))).length
  return specs
    .map((spec) => {
      const names = [spec.label, ...(catalog.spec(spec.id)?.aliases ?? [])]
      return { spec, near: Math.max(...names.map(shares)) + 2 * shares(spec.text) }
    })
    .filter(({ near }) => near > 0)
    .toSorted((one, other) => other.near - one.near)
    .slice(0, mostNear)
    .map(({ spec }) => spec)
}
