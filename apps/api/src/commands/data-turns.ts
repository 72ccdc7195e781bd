import { OperatorError } from '@marketplace-agent/domain'
import { createClock } from '../clock.ts'
import type { Config } from '../config.ts'
import { type TurnChoice, chosenTurns, evaluationLines } from '../kept-turns/evaluation-lines.ts'
import { openKeptTurns } from '../kept-turns/open-kept-turns.ts'
import { reasons } from '../kept-turns/port.ts'

/** What is asked for, as it was typed. Throws OperatorError. */
function readChoice(since: string | undefined, why: string | undefined): TurnChoice {
  if (since !== undefined && (!/^\d{4}-\d{2}-\d{2}/.test(since) || Number.isNaN(Date.parse(since))))
    throw new OperatorError(`--since takes a day such as 2026-01-31, not "${since}".`)
  const wanted = why?.split(',').map((each) => each.trim())
  const unknown = wanted?.find((each) => !reasons.some((reason) => reason === each))
  if (unknown !== undefined)
    throw new OperatorError(`--why takes ${reasons.join(', ')}, separated by commas, not "${unknown}".`)
  return {
    ...(since !== undefined && { since }),
    ...(wanted !== undefined && { why: reasons.filter((reason) => wanted.includes(reason)) }),
  }
}

/** Prints kept turns as lines of an evaluation set, and beside it how many there are and how many want a look. */
export async function exportTurns(config: Config, since: string | undefined, why: string | undefined): Promise<number> {
  const choice = readChoice(since, why)
  const kept = openKeptTurns(config, createClock(config.shopClock))
  const lines = await evaluationLines(chosenTurns(kept.all(), choice))
  for (const line of lines) process.stdout.write(`${JSON.stringify(line)}\n`)
  const unsure = lines.filter(({ review }) => review === true).length
  const times = lines.reduce((sum, { count }) => sum + count, 0)
  process.stderr.write(
    `${lines.length} lines of ${times} turns; ${unsure} have "review": true: set their intent before you measure with them.\n`,
  )
  return 0
}
