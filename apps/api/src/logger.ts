import { type Logger, pino } from 'pino'
import pretty from 'pino-pretty'
import { CodedError, OperatorError } from '@marketplace-agent/domain'
import type { Config } from './config.ts'

/** What is ours of an error: its kind, code, and where it happened. The words of others may quote a customer. */
export const serializers = {
  err(error: unknown) {
    if (!(error instanceof Error)) return { type: typeof error }
    const { name, stack = '' } = error
    const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
    const ours = error instanceof CodedError || error instanceof OperatorError
    const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
    return { type: name, code, ...(ours && { message: error.message }), stack: frames.join('\n') }
  },
}

/** The log: JSON lines, or readable ones on a terminal. JSON is written beside the answers; what is left, when the process ends. */
export function createLogger(config: Pick<Config, 'logLevel' | 'logFormat'>): Logger {
  const readable = config.logFormat === 'pretty' || (config.logFormat === 'auto' && process.stdout.isTTY)
  const options = { level: config.logLevel, base: null, serializers }
  return readable
    ? pino(options, pretty({ colorize: true, ignore: 'pid,hostname' }))
    : pino(options, pino.destination({ sync: false }))
}
