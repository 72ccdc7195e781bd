/** The few log calls that a port or tool makes; pino fits. */
export interface Log {
  debug(fields: object, message: string): void
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** What every call of a port carries. */
export interface CallContext {
  readonly signal: AbortSignal
  /** When the call must be done, on the monotonic clock, in milliseconds. */
  readonly deadline: number
  /** Says that a part could not be used, so that the reply and a metric can say so. */
  degrade(part: string): void
  readonly log: Log
}
