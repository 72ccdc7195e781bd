import { setImmediate as afterwards } from 'node:timers/promises'
import type { CallContext, Log } from '@marketplace-agent/domain'
import type { Understander } from '@marketplace-agent/intent'
import type { Schedule } from '@marketplace-agent/mail'
import type { Store } from '@marketplace-agent/store'
import type { TurnKeeper, TurnNote } from '../agent/turn-note.ts'
import { concernedPeople } from './concerned-people.ts'
import type { KeptTurns } from './port.ts'
import type { Readings } from './redact/readings.ts'
import type { Redactor } from './redact/redact.ts'

export interface TurnKeeperParts {
  readonly kept: KeptTurns
  readonly redact: Redactor
  readonly understander: Pick<Understander, 'read'>
  readonly store: Store
  readonly schedule: Schedule
  readonly log: Log
}

export interface ClosableTurnKeeper extends TurnKeeper {
  /** When what was given is kept, or could not be. */
  settled(): Promise<void>
  close(): Promise<void>
}

/** More notes than this don't wait: on a slow disk turns go on, unkept. */
const mostWaiting = 500
const pruneEvery = 3_600_000

function readingsOf(message: string, { read }: Pick<Understander, 'read'>): Readings {
  const { clauses } = read(message)
  return {
    entities: clauses.map(({ entities }) => entities),
    addresses: clauses.flatMap(({ text, start, entities: { address } }) =>
      address === null ? [] : [text.slice(address.start - start, address.end - start)],
    ),
  }
}

/**
 * Keeps notes one after the other, apart from the turns they are of: a turn never waits for it and never fails of it.
 * Where the records can't be asked whose data may be in a message, it isn't kept.
 */
export function createTurnKeeper({
  kept,
  redact,
  understander,
  store,
  schedule,
  log,
}: TurnKeeperParts): ClosableTurnKeeper {
  const context: CallContext = {
    signal: new AbortController().signal,
    deadline: Infinity,
    degrade: () => {},
    log,
  }
  let waiting = 0
  let last: Promise<void> = Promise.resolve()
  let failing = false
  let callOff = () => {}

  /** One warning until it goes well again. */
  async function warned(work: () => Promise<void>) {
    try {
      await work()
      failing = false
    } catch (error) {
      if (!failing) log.warn({ err: error }, 'turns to learn from could not be kept; the shop goes on without')
      failing = true
    }
  }

  async function keepOne({ message, concerns, at, why, understood, meant, tools }: TurnNote) {
    // Whatever answers goes first.
    await afterwards()
    const people = await concernedPeople(concerns, store, context)
    const text = redact(message, readingsOf(message, understander), people)
    if (text !== '') await kept.keep({ at, why, text, understood, meant, tools })
  }

  function pruneRegularly() {
    last = last.then(() => warned(() => kept.prune()))
    callOff = schedule(pruneRegularly, pruneEvery)
  }
  pruneRegularly()

  return {
    keep(note) {
      if (waiting >= mostWaiting) return
      waiting++
      last = last
        .then(() => warned(() => keepOne(note)))
        .finally(() => {
          waiting--
        })
    },
    settled: () => last,
    async close() {
      callOff()
      await last
      await kept.close()
    },
  }
}
