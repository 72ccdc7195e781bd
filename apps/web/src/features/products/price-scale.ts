export interface PriceScale {
  readonly min: number
  readonly max: number
  readonly step: number
}

/** A slider's line from the lowest to the highest price in about a hundred round steps (1, 2 or 5 of a power of ten). */
export function priceScaleOf(lowest: number, highest: number): PriceScale {
  const raw = Math.max((highest - lowest) / 100, 0.01)
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = Math.max(1, [1, 2, 5, 10].map((each) => each * power).find((each) => each >= raw * 0.999) ?? raw)
  const min = Math.floor(lowest / step) * step
  return { min, max: Math.max(Math.ceil(highest / step) * step, min + step), step }
}
