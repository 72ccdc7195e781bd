const longest = 63
// Three rows of the table, kept between calls: this runs for every candidate of every mistyped word.
const rows = [new Uint8Array(longest + 1), new Uint8Array(longest + 1), new Uint8Array(longest + 1)] as const

/**
 * Edits (insert, leave out, replace, swap two neighbours) from one word to another: optimal string alignment.
 * More than `limit` comes out as `limit + 1`.
 */
export function editDistance(one: string, other: string, limit: number): number {
  const tooFar = limit + 1
  if (Math.abs(one.length - other.length) > limit || one.length > longest || other.length > longest) return tooFar
  let [beforeLast, last, current]: Uint8Array[] = [...rows]
  for (let column = 0; column <= other.length; column += 1) set(last, column, column)
  for (let row = 1; row <= one.length; row += 1) {
    const letter = one.charCodeAt(row - 1)
    let least = row
    set(current, 0, row)
    for (let column = 1; column <= other.length; column += 1) {
      const same = letter === other.charCodeAt(column - 1)
      let distance = at(last, column - 1) + (same ? 0 : 1)
      distance = Math.min(distance, at(last, column) + 1, at(current, column - 1) + 1)
      if (
        row > 1 &&
        column > 1 &&
        letter === other.charCodeAt(column - 2) &&
        one.charCodeAt(row - 2) === other.charCodeAt(column - 1)
      ) {
        distance = Math.min(distance, at(beforeLast, column - 2) + 1)
      }
      set(current, column, distance)
      if (distance < least) least = distance
    }
    if (least > limit) return tooFar
    ;[beforeLast, last, current] = [last, current, beforeLast]
  }
  return Math.min(at(last, other.length), tooFar)
}

const at = (row: Uint8Array | undefined, column: number): number => row?.[column] ?? 0
const set = (row: Uint8Array | undefined, column: number, value: number) => {
  if (row !== undefined) row[column] = value
}
