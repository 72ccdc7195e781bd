/** What can go wrong, by kind; routes map these to a status once. */
export type ErrorCode =
  | 'invalid_input'
  | 'not_found'
  | 'refused'
  | 'unauthorized'
  | 'conflict'
  | 'unavailable'
  | 'deadline_exceeded'
  | 'aborted'
  | 'internal'

/** An error with a code. Its message is ours and safe to show; `cause` is for the log. */
export class CodedError extends Error {
  readonly code: ErrorCode
  readonly details: readonly { pointer: string; detail: string }[]

  constructor(
    code: ErrorCode,
    message: string,
    options: { cause?: unknown; details?: readonly { pointer: string; detail: string }[] } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'CodedError'
    this.code = code
    this.details = options.details ?? []
  }
}

/** A fault that an operator can mend (a setting, a file): one clear line that says what to do; the process ends with 1. */
export class OperatorError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'OperatorError'
  }
}
