import type { Request } from '../request.ts'

/** What identifying who writes came to, as far as it moves the dialogue. */
export interface ProofMove {
  readonly proved: boolean
  /** The message gave an e-mail address. */
  readonly gaveEmail: boolean
}

/** What a message does to the dialogue. */
export interface Move {
  readonly requests: readonly Request[]
  /** What becomes of the proposal that waits; null: none does. */
  readonly proposal: 'confirm' | 'drop' | 'restate' | null
  /** How the proposal is put again, where it isn't only still open: it was asked for, or time was. */
  readonly restated?: 'again' | 'held'
  /** What becomes of the open question: `settled` has gone on as a request. */
  readonly question: 'settled' | 'dropped' | 'kept' | null
  /** Everything is to be forgotten. */
  readonly restart: boolean
  /** What waits its turn is dropped, too. */
  readonly dropWaiting: boolean
}

/** Whether what waits its turn goes on waiting: until the proposal, or else the question, before it is settled. */
export const stillWaits = ({ proposal, question }: Move): boolean =>
  proposal === 'restate' || (proposal === null && question === 'kept')
