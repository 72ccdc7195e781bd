/** Where progress is shown: `process.stderr`, so that a report on the standard output stays alone. */
export interface ProgressOutput {
  readonly isTTY?: boolean
  readonly columns?: number
  write(text: string): unknown
}

/** Redrawn this often at most, in milliseconds. */
const redrawEvery = 100
/** What is done sooner than this says nothing where it couldn't be redrawn. */
const worthLines = 2000
/** A line for each of these parts. */
const parts = 10
const width = 24

/** Milliseconds as `2:05` or `1:02:05`. */
function clockOf(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000)
  const units = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return units
    .slice(units[0] === 0 ? 1 : 0)
    .map((count, place) => (place === 0 ? String(count) : String(count).padStart(2, '0')))
    .join(':')
}

/**
 * A function that is told how much of something is done. On a terminal a bar, with how long it takes and still will;
 * elsewhere a line every 10% of what takes longer than two seconds. `now` in milliseconds.
 */
export function createProgressBar(
  what: string,
  to: ProgressOutput = process.stderr,
  now: () => number = () => performance.now(),
): (done: number, of: number) => void {
  const started = now()
  let drawn = -Infinity
  let told = 0
  let ended = false
  return (done, of) => {
    if (ended || of <= 0) return
    const time = now()
    const share = Math.min(done / of, 1)
    const elapsed = time - started
    ended = done >= of
    const percent = `${Math.floor(share * 100)}%`
    const remaining = share === 0 || ended ? '' : `, ${clockOf((elapsed * (1 - share)) / share)} left`
    const text = `${percent.padStart(4)}  ${done} of ${of} ${what}, ${clockOf(elapsed)}${remaining}`
    if (to.isTTY === true) {
      if (!ended && time - drawn < redrawEvery) return
      drawn = time
      const filled = Math.round(share * width)
      const line = `[${'#'.repeat(filled)}${'-'.repeat(width - filled)}]${text}`
      to.write(`\r\u001B[2K${line.slice(0, (to.columns ?? 80) - 1)}${ended ? '\n' : ''}`)
      return
    }
    const part = Math.floor(share * parts)
    if (elapsed < worthLines || (!ended && part === told)) return
    told = part
    to.write(`${text.trimStart()}\n`)
  }
}
