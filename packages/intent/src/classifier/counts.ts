import type { EncodedSet } from './encode.ts'

const smoothing = 0.7

/**
 * Weights from how much oftener than by chance a feature stands with each class, times a share by row; of some of the
 * examples. What is rare is learned from counts better than from mistakes: this is worth more on other people's words than
 * any kind of feature. An n-gram stands where the words stand that have it.
 */
export function weightsFromCounts(
  { starts, rows, tasks, words, height }: EncodedSet,
  examples: Int32Array,
  classes: number,
  share: (row: number) => number,
): Float32Array {
  const ofClass = new Int32Array(classes)
  const ofRow = new Int32Array(height)
  const together = new Float32Array(height * classes)
  for (const example of examples) {
    const task = tasks[example] as number
    ofClass[task] = (ofClass[task] as number) + 1
    for (let at = starts[example] as number; at < (starts[example + 1] as number); at += 1) {
      const row = rows[at] as number
      ofRow[row] = (ofRow[row] as number) + 1
      together[row * classes + task] = (together[row * classes + task] as number) + 1
    }
  }
  for (const { row, grams } of words) {
    for (const gram of grams) {
      ofRow[gram] = (ofRow[gram] as number) + (ofRow[row] as number)
      for (let column = 0; column < classes; column += 1) {
        const at = gram * classes + column
        together[at] = (together[at] as number) + (together[row * classes + column] as number)
      }
    }
  }

  // What is met so often by chance has the same logarithms everywhere: they are what takes the time.
  const byChance = new Map<number, Float64Array>()
  const chanceOf = (count: number) => {
    const there = byChance.get(count)
    if (there !== undefined) return there
    const chance = Float64Array.from(ofClass, (own) => Math.log((count * own) / examples.length + smoothing))
    byChance.set(count, chance)
    return chance
  }
  const smoothed = Math.log(smoothing)
  for (let row = 0; row < height; row += 1) {
    const weight = share(row)
    const chance = chanceOf(ofRow[row] as number)
    for (let column = 0; column < classes; column += 1) {
      const at = row * classes + column
      const count = together[at] as number
      const met = count === 0 ? smoothed : Math.log(count + smoothing)
      together[at] = weight * (met - (chance[column] as number))
    }
  }
  return together
}
