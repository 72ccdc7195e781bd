/** Hashes of features to rows of weights, by open addressing in one typed array (so that it is saved as it is). */
export interface FeatureTable {
  /** Pairs of hash and row; a hash of 0 is an empty place. Its length is a power of 2. */
  readonly places: Int32Array
}

export function createFeatureTable(hashes: readonly number[]): FeatureTable {
  let size = 16
  while (size < hashes.length * 2.5) size *= 2
  const places = new Int32Array(size * 2)
  for (const [row, hash] of hashes.entries()) {
    let place = hash & (size - 1)
    while (places[place * 2] !== 0) place = (place + 1) & (size - 1)
    places[place * 2] = hash
    places[place * 2 + 1] = row
  }
  return { places }
}

/** The row of a feature, -1 where the training knew none. */
export function rowOf({ places }: FeatureTable, hash: number): number {
  const last = (places.length >> 1) - 1
  for (let place = hash & last; ; place = (place + 1) & last) {
    const there = places[place * 2]
    if (there === hash) return places[place * 2 + 1] as number
    if (there === 0) return -1
  }
}
