import type { CallContext } from '@marketplace-agent/domain'

export const testContext = (signal = new AbortController().signal): CallContext => ({
  signal,
  deadline: Number.POSITIVE_INFINITY,
  degrade: () => {},
  log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
})
