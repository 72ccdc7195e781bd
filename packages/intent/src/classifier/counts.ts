import type { Encoded } from './encode.ts'

const smoothing = 0.7

/**
 * Weights from how much oftener than by chance a feature stands with each class, times a share by feature. What is rare is
 * learned from counts better than from mistakes: this is worth more on other people's words than any kind of feature.
 */
export function weightsFromCounts(
  examples: readonly Encoded[],
  rows: number,
  classes: number,
  share: (row: number) => number,
): Float32Array {
  const ofClass = new Float64Array(classes)
  const ofRow = new Float64Array(rows)
  const together = new Float32Array(rows * classes)
  for (const { rows: own, task } of examples) {
    ofClass[task] = (ofClass[task] as number) + 1
    for (const row of own) {
      ofRow[row] = (ofRow[row] as number) + 1
      together[row * classes + task] = (together[row * classes + task] as number) + 1
    }
  }
  const smoothed = Math.log(smoothing)
  for (let row = 0; row < rows; row += 1) {
    const weight = share(row)
    const frequency = (ofRow[row] as number) / examples.length
    for (let column = 0; column < classes; column += 1) {
      const at = row * classes + column
      const count = together[at] as number
      const expected = frequency * (ofClass[column] as number)
      const met = count === 0 ? smoothed : Math.log(count + smoothing)
      together[at] = weight * (met - Math.log(expected + smoothing))
    }
  }
  return together
}
