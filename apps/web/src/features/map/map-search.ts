import { type RelationKind, relationKinds } from './relation-kinds.ts'

export interface MapSearch {
  /** Id of the product in the middle. */
  around?: number
  /** The kinds of relation that are shown; without it, those between products. */
  kinds?: readonly RelationKind[]
  /** The same as a list to read. */
  view?: 'list'
}

/** What an address asks for of the map; what it can't be is left out. */
export function readMapSearch({ around, kinds, view }: Record<string, unknown>): MapSearch {
  const wanted = Array.isArray(kinds) ? kinds : [kinds]
  const known = relationKinds.filter((kind) => wanted.includes(kind))
  return {
    ...(typeof around === 'number' && Number.isInteger(around) && around > 0 && { around }),
    ...(known.length > 0 && { kinds: known }),
    ...(view === 'list' && { view }),
  }
}
