import type { Shop } from '@marketplace-agent/catalog'
import { connectives, determiners } from './english.ts'
import { tokenize } from './tokens.ts'

/** The figures that stand in what a shop's things are called. Words in lower case, figures without leading zeros. */
export interface NamedFigures {
  /** Word -> the figures that follow it: watch -> 3, x -> 1. */
  readonly after: ReadonlyMap<string, ReadonlySet<string>>
  /** Word -> the figures that it follows. */
  readonly before: ReadonlyMap<string, ReadonlySet<string>>
  /** The words that names of specs with numbers begin with: "hdmi", "boilers". */
  readonly counted: ReadonlySet<string>
  /** All of those, and the numbers of specs. */
  readonly all: ReadonlySet<string>
  /** Pairs of words, and whole names of one, that are called by a word ("studio one"). */
  readonly inWords: ReadonlySet<string>
}

/** Names of specs may be questions. */
const asking: ReadonlySet<string> = new Set(['how', 'number'])

/** Longer values are prose. */
const mostValueWords = 3

export function namedFiguresOf({ catalog, settings }: Shop): NamedFigures {
  const after = new Map<string, Set<string>>()
  const before = new Map<string, Set<string>>()
  const inWords = new Set<string>()
  const all = new Set(
    catalog
      .all()
      .flatMap(({ specs }) =>
        Object.values(specs).flatMap((value) => (typeof value === 'number' ? [String(value)] : [])),
      ),
  )
  for (const text of namesOf({ catalog, settings })) {
    const parts = text.toLowerCase().match(part) ?? []
    parts.forEach((figure, place) => {
      const [last = '', next = ''] = [parts[place - 1], parts[place + 1]]
      if (isFigure(figure)) {
        const plain = figure.replace(/^0+(?=\d)/, '')
        all.add(plain)
        if (isWord(last)) put(after, last, plain)
        if (isWord(next)) put(before, next, plain)
      } else if (next !== '') inWords.add(`${figure} ${next}`)
      else if (last === '') inWords.add(figure)
    })
  }
  return { after, before, all, counted: countedIn({ catalog, settings }), inWords }
}

const part = /\p{L}+|\p{Nd}+(?:[.,]\p{Nd}+)*/gu
const isFigure = (text: string) => /^\p{Nd}/u.test(text)
const isWord = (text: string) => /^\p{L}/u.test(text) && !connectives.has(text) && !determiners.has(text)

function put(map: Map<string, Set<string>>, key: string, value: string) {
  const there = map.get(key)
  if (there === undefined) map.set(key, new Set([value]))
  else there.add(value)
}

function* namesOf({ catalog, settings }: Pick<Shop, 'catalog' | 'settings'>): Generator<string> {
  for (const { name, brand, aliases, specs } of catalog.all()) {
    yield* [name, brand, ...aliases]
    for (const value of Object.values(specs).flat())
      if (typeof value === 'string' && value.split(' ').length <= mostValueWords) yield value
  }
  for (const { name, singular, aliases } of settings.categories) yield* [name, singular, ...aliases]
}

/** Specs with numbers, as a number of them is said: "four HDMI ports", "two boilers". */
function countedIn({ catalog, settings }: Pick<Shop, 'catalog' | 'settings'>): Set<string> {
  const products = catalog.all()
  const numeric = settings.specs.filter(({ id }) => products.some(({ specs }) => typeof specs[id] === 'number'))
  const names = numeric.flatMap(({ label, aliases }) => [label, ...aliases])
  const first = names.flatMap((name) => tokenize(name)[0]?.text ?? [])
  return new Set(first.filter((word) => isWord(word) && !asking.has(word)))
}
