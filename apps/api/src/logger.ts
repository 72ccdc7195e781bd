import { type Logger, pino } from 'pino'
import pretty from 'pino-pretty'
import type { Config } from './config.ts'

/** What may hold a customer's words or a secret is never logged, wherever it stands. */
const redact = {
  paths: ['message', 'session_id', 'email', 'authorization', '*.message', '*.session_id', '*.email', '*.authorization'],
  censor: '[redacted]',
}

/** The log: JSON lines, or readable ones on a terminal. */
export function createLogger(config: Pick<Config, 'logLevel' | 'logFormat'>): Logger {
  const readable = config.logFormat === 'pretty' || (config.logFormat === 'auto' && process.stdout.isTTY)
  const options = { level: config.logLevel, base: null, redact }
  return readable ? pino(options, pretty({ colorize: true, ignore: 'pid,hostname' })) : pino(options)
}
