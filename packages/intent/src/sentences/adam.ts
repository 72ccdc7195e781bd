interface Part {
  readonly values: Float32Array
  /** Summed by the caller; cleared by each step. */
  readonly gradient: Float32Array
  /** Weight decay, apart from the gradient (AdamW). */
  readonly decay: number
}

const [first, second, tiny] = [0.9, 0.999, 1e-8]

/** A step of AdamW (Loshchilov and Hutter, 2019) over all parts, its rate falling to 0 over `steps`. */
export function createAdam(
  parts: readonly Part[],
  { learningRate, steps }: { readonly learningRate: number; readonly steps: number },
): () => void {
  const moments = parts.map(({ values }) => [new Float32Array(values.length), new Float32Array(values.length)] as const)
  let step = 0
  return () => {
    step += 1
    const rate = learningRate * (1 - step / (steps + 1))
    const [firstShare, secondShare] = [1 - first ** step, 1 - second ** step]
    for (const [place, { values, gradient, decay }] of parts.entries()) {
      const [means, squares] = moments[place] as (typeof moments)[number]
      const kept = 1 - rate * decay
      for (let index = 0; index < values.length; index += 1) {
        const slope = gradient[index] as number
        const mean = first * (means[index] as number) + (1 - first) * slope
        const square = second * (squares[index] as number) + (1 - second) * slope * slope
        means[index] = mean
        squares[index] = square
        const change = mean / firstShare / (Math.sqrt(square / secondShare) + tiny)
        values[index] = ((values[index] as number) - rate * change) * kept
      }
      gradient.fill(0)
    }
  }
}
