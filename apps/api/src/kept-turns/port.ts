import type { TurnNote } from '../agent/turn-note.ts'

/** Why a turn is kept: it was asked back about, put right by the customer, or passed on to a person. */
export const reasons = ['unsure', 'corrected', 'handed_over'] as const satisfies readonly TurnNote['why'][]

/** A message that is worth reading again, without anything in it or beside it that is somebody's. As it is in the file. */
export interface KeptTurn extends Pick<TurnNote, 'at' | 'why' | 'understood' | 'meant' | 'tools'> {
  /** The message, with placeholders for what is personal. */
  readonly text: string
}

/** Where kept turns lie. Turns that are older than they may be aren't given out, and are gone for good by and by. */
export interface KeptTurns {
  /** Keeps one; where there is no room for it, it isn't kept. Rejects where it can't be written. */
  keep(turn: KeptTurn): Promise<void>
  /** Oldest first. */
  all(): AsyncIterable<KeptTurn>
  /** Drops what is too old. */
  prune(): Promise<void>
  close(): Promise<void>
}
