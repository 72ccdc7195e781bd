import type { Log } from '@marketplace-agent/domain'

/** A log that keeps its warnings. */
export function createTestLog(): Log & { readonly warnings: string[] } {
  const warnings: string[] = []
  return { warnings, debug() {}, info() {}, warn: (_, message) => void warnings.push(message), error() {} }
}
