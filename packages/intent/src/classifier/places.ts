/** Hashes by the order they were first met in. */
export interface Places {
  /** The place of a hash, which is the next where it is new. */
  of(hash: number): number
  /** All hashes, by place. */
  hashes(): Int32Array
}

/** Addressed as a feature table is, but growing. Training asks it a million times, and a Map takes up to twice as long. */
export function createPlaces(): Places {
  // A slot holds a place from 1 on.
  let slots = new Int32Array(1 << 19)
  let hashes = new Int32Array(1 << 17)
  let count = 0
  /** Where a hash is, or would be. */
  const slotOf = (hash: number): number => {
    const last = slots.length - 1
    for (let slot = hash & last; ; slot = (slot + 1) & last) {
      const place = slots[slot] as number
      if (place === 0 || hashes[place - 1] === hash) return slot
    }
  }
  const grow = () => {
    const wider = new Int32Array(hashes.length * 2)
    wider.set(hashes)
    hashes = wider
    slots = new Int32Array(hashes.length * 4)
    for (let place = 0; place < count; place += 1) slots[slotOf(hashes[place] as number)] = place + 1
  }
  return {
    of(hash) {
      const slot = slotOf(hash)
      const there = slots[slot] as number
      if (there !== 0) return there - 1
      hashes[count] = hash
      slots[slot] = count + 1
      count += 1
      if (count === hashes.length) grow()
      return count - 1
    },
    hashes: () => hashes.subarray(0, count),
  }
}
