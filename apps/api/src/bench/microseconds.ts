const rounds = 7

/** Microseconds a call, as the median of rounds: the middle one shrugs off a machine that hiccups. */
export async function microseconds(calls: number, call: (index: number) => unknown): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    for (let index = 0; index < calls; index++) await call(index)
    times.push(((performance.now() - start) * 1000) / calls)
  }
  return times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN
}

export const at = <T>(list: readonly T[], index: number) => list[index % list.length] as T
