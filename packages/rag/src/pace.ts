/** To be awaited between the small steps of long work. */
export type Pace = () => Promise<void>

/** In milliseconds: requests that come meanwhile wait no longer than this, and one step. */
const longestSlice = 4

const done = Promise.resolve()

/** Gives other work its turn whenever a slice of time has been used up. */
export function createPace(): Pace {
  let since = performance.now()
  return () => {
    if (performance.now() - since < longestSlice) return done
    return new Promise((resolve) => {
      setImmediate(() => {
        since = performance.now()
        resolve()
      })
    })
  }
}
