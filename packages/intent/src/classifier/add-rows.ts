/** Adds up rows of weights, two at a time: that halves the reading and writing of the sums. */
export function addRows(weights: Float32Array, rows: Int32Array, start: number, end: number, sums: Float64Array): void {
  const width = sums.length
  let at = start
  for (; at + 1 < end; at += 2) {
    const one = (rows[at] as number) * width
    const other = (rows[at + 1] as number) * width
    for (let column = 0; column < width; column += 1) {
      sums[column] =
        (sums[column] as number) + ((weights[one + column] as number) + (weights[other + column] as number))
    }
  }
  if (at === end) return
  const last = (rows[at] as number) * width
  for (let column = 0; column < width; column += 1) {
    sums[column] = (sums[column] as number) + (weights[last + column] as number)
  }
}
