/** The time, passed in. `now` is the shop's time; `monotonic` (milliseconds, never set back) is for expiries. */
export interface Clock {
  now(): Date
  monotonic(): number
}
