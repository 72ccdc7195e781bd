/** Runs something once after so many milliseconds; gives back what calls it off. */
export type Schedule = (run: () => void, milliseconds: number) => () => void

/** By the system's timers, which don't keep the process from ending. */
export const systemSchedule: Schedule = (run, milliseconds) => {
  const timer = setTimeout(run, milliseconds)
  timer.unref()
  return () => clearTimeout(timer)
}
