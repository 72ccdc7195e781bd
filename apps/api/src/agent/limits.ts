import type { Clock } from '@marketplace-agent/domain'
import type { Limit } from '../tools/define-tool.ts'

const minute = 60_000

/** Most callers remembered; past it those unused for longest are forgotten. */
const mostRemembered = 50_000

export interface Limits {
  /** Counts one use; false: there were too many already, and nothing is counted. */
  take(tool: string, limit: Limit, caller: { readonly conversation: string | null; readonly address: string }): boolean
}

/** How often each conversation and each address has used a limited tool lately. */
export function createLimits(clock: Clock): Limits {
  const uses = new Map<string, readonly number[]>()

  return {
    take(tool, limit, { conversation, address }) {
      const now = clock.monotonic()
      const keys: (readonly [key: string, most: number])[] = [
        [`${tool} from ${address}`, limit.address],
        ...(conversation === null ? [] : [[`${tool} in ${conversation}`, limit.conversation] as const]),
      ]
      const lately = keys.map(([key]) => (uses.get(key) ?? []).filter((at) => at > now - limit.minutes * minute))
      if (keys.some(([, most], index) => (lately[index]?.length ?? 0) >= most)) return false
      for (const [index, [key]] of keys.entries()) {
        uses.delete(key)
        uses.set(key, [...(lately[index] ?? []), now])
      }
      for (const key of uses.keys()) {
        if (uses.size <= mostRemembered) break
        uses.delete(key)
      }
      return true
    },
  }
}
