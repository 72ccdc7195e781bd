import { setTimeout } from 'node:timers/promises'

/** Words that make a runtime end its thread, never answer, or throw what it was given; with their tokens' numbers. */
export const misfortunes = { crash: 900, hang: 901, fail: 902 } as const

/** Does what the words among the tokens say. */
export async function meetMisfortune(ids: readonly number[]): Promise<void> {
  if (ids.includes(misfortunes.crash)) process.exit(1)
  if (ids.includes(misfortunes.hang)) await setTimeout(3_600_000)
  if (ids.includes(misfortunes.fail)) throw new Error(`idx out of bounds: ${ids.join(' ')}`)
}
