import { type CallContext, CodedError } from '@marketplace-agent/domain'
import { defaultHops, defaultListLength, defaultOverview, mostOverview } from './port.ts'

/** CodedError `aborted` where the caller has given up. */
export function refuseAborted({ signal }: CallContext): void {
  if (signal.aborted) throw new CodedError('aborted', 'The request was given up.')
}

/** A length of a list: 1 or more, else CodedError `invalid_input`. */
export function lengthOf(limit: number = defaultListLength): number {
  return whole('limit', limit, 1, Number.MAX_SAFE_INTEGER)
}

export const depthOf = (depth: number): number => whole('depth', depth, 1, 3)

export const hopsOf = (maxHops: number = defaultHops): number => whole('maxHops', maxHops, 1, 3)

export const overviewOf = (limit: number = defaultOverview): number => whole('limit', limit, 1, mostOverview)

function whole(name: string, value: number, least: number, most: number): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value
  const range = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`
  throw new CodedError('invalid_input', `${name} is a whole number ${range}, not ${value}.`)
}
