import type { CallContext } from '@marketplace-agent/domain'

/** A context that is never late and writes nothing. */
export const quietContext = (signal: AbortSignal = new AbortController().signal): CallContext => ({
  signal,
  deadline: Infinity,
  degrade() {},
  log: { debug() {}, info() {}, warn() {}, error() {} },
})
