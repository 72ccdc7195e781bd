import { join } from 'node:path'
import type { Shop } from '@marketplace-agent/catalog'
import type { Clock } from '@marketplace-agent/domain'
import type { Understander } from '@marketplace-agent/intent'
import { createFileTurns } from './file-turns.ts'
import type { KeptTurns } from './port.ts'
import { createRedactor } from './redact/redact.ts'
import { type ClosableTurnKeeper, type TurnKeeperParts, createTurnKeeper } from './turn-keeper.ts'

export interface KeptTurnsSettings {
  readonly stateFolder: string
  /** How long turns are kept; with 0 none are, and those there are go. */
  readonly keepTurnsDays: number
}

/** The turns that were kept, as the staff may read them. Never writes unless it is told to. */
export const openKeptTurns = ({ stateFolder, keepTurnsDays }: KeptTurnsSettings, clock: Clock): KeptTurns =>
  createFileTurns({ folder: join(stateFolder, 'turns'), days: keepTurnsDays, clock })

/** What keeps a shop's turns. Turned off it keeps none, and still drops those that are too old. */
export function openTurnKeeper(
  on: boolean,
  parts: Omit<TurnKeeperParts, 'redact' | 'understander'> & Readonly<{ shop: Shop; understander: Understander }>,
): ClosableTurnKeeper {
  const redact = createRedactor(parts.shop, parts.understander.vocabulary)
  const keeper = createTurnKeeper({ ...parts, redact })
  return on ? keeper : { ...keeper, keep: () => {} }
}
