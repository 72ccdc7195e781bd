const rounds = 7

/** Microseconds a call, as the median of rounds: the middle one shrugs off a machine that hiccups. */
export async function microseconds(calls: number, call: (index: number) => unknown): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    for (let index = 0; index < calls; index++) await call(index)
    times.push(((performance.now() - start) * 1000) / calls)
  }
  return median(times)
}

const turns = 101
const warmUp = 20

/**
 * Microseconds a call of several things that are compared: in short rounds by turns, so that whatever else the machine
 * does slows all of them. `calls`: those of one round.
 */
export async function microsecondsByTurns(
  compared: readonly { readonly calls: number; call(index: number): unknown }[],
): Promise<number[]> {
  const times = compared.map((): number[] => [])
  for (let turn = -warmUp; turn < turns; turn++) {
    for (const [which, { calls, call }] of compared.entries()) {
      const start = performance.now()
      for (let index = 0; index < calls; index++) await call(index)
      if (turn >= 0) times[which]?.push(((performance.now() - start) * 1000) / calls)
    }
  }
  return times.map(median)
}

const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN

export const at = <T>(list: readonly T[], index: number) => list[index % list.length] as T
