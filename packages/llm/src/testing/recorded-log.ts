import type { Log } from '@marketplace-agent/domain'

export interface LogLine {
  readonly level: keyof Log
  readonly fields: object
  readonly message: string
}

/** A log that keeps what is written to it. */
export function recordedLog(): { readonly log: Log; readonly lines: LogLine[] } {
  const lines: LogLine[] = []
  const write = (level: keyof Log) => (fields: object, message: string) => void lines.push({ level, fields, message })
  return { lines, log: { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') } }
}
