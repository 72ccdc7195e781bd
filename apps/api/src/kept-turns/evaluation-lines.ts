import type { Intent } from '@marketplace-agent/domain'
import type { KeptTurn } from './port.ts'

/** A line that `eval -- intents` takes, with what a person who reads it over wants to know. */
export interface EvaluationLine {
  readonly text: string
  readonly intent: Intent
  /** Also meant, by others who wrote the same. */
  readonly alt?: readonly Intent[]
  readonly out_of_scope?: true
  /** The intent is what the agent took it for, or what came next: to be looked at. */
  readonly review?: true
  readonly why: KeptTurn['why']
  /** How often it came. */
  readonly count: number
}

/** Tasks of what has nothing to do with a shop; such messages are `general`. */
const offTopic = new Set(['out_of_scope', 'chitchat'])

/** The same but for case, signs and spaces. */
const keyOf = (text: string) =>
  text
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{Nd}{}_]+/gu)
    ?.join(' ') ?? text

/** The words of a text that say something beside its placeholders. */
const saysSomething = (text: string) => /[\p{L}\p{Nd}]/u.test(text.replaceAll(/\{[a-z]+\}/g, ''))

/** Why a line is told to be kept: the reason that says most of what it should have been. */
const byWeight: readonly KeptTurn['why'][] = ['corrected', 'handed_over', 'unsure']

/** The intents of some turns, the most frequent first. */
function ranked(intents: readonly Intent[]): Intent[] {
  const counts = new Map<Intent, number>()
  for (const intent of intents) counts.set(intent, (counts.get(intent) ?? 0) + 1)
  return [...counts].toSorted(([, one], [, other]) => other - one).map(([intent]) => intent)
}

function lineOf(turns: readonly [KeptTurn, ...KeptTurn[]]): EvaluationLine {
  const [first] = turns
  const meant = turns.flatMap((turn) => turn.meant ?? [])
  const sure = meant.filter((each) => each.sure)
  const told = sure.length > 0 ? sure : meant.length > 0 ? meant : turns.map(({ understood }) => understood)
  const [intent = first.understood.intent, ...others] = ranked(told.map((each) => each.intent))
  const outside = told.every(({ task }) => offTopic.has(task))
  // A message is kept once more when the next one puts it right.
  const count = new Set(turns.map(({ at }) => at)).size
  return {
    text: first.text,
    intent,
    ...(others.length > 0 && { alt: others }),
    ...(outside && { out_of_scope: true }),
    ...((sure.length === 0 || others.length > 0) && { review: true }),
    why: byWeight.find((why) => turns.some((turn) => turn.why === why)) ?? first.why,
    count,
  }
}

/**
 * The lines of kept turns: each text once, the most frequent first. `intent` is what customers showed that they meant, else
 * what the agent took it for, to be reviewed.
 */
export async function evaluationLines(turns: AsyncIterable<KeptTurn>): Promise<readonly EvaluationLine[]> {
  const groups = new Map<string, [KeptTurn, ...KeptTurn[]]>()
  for await (const turn of turns) {
    if (!saysSomething(turn.text)) continue
    const key = keyOf(turn.text)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [turn])
    else group.push(turn)
  }
  return [...groups.values()].map(lineOf).toSorted((one, other) => other.count - one.count)
}

export interface TurnChoice {
  /** ISO 8601, or a day of UTC; from then on. */
  readonly since?: string
  readonly why?: readonly KeptTurn['why'][]
}

/** Those of kept turns that are asked for. */
export async function* chosenTurns(
  turns: AsyncIterable<KeptTurn>,
  { since, why }: TurnChoice,
): AsyncIterable<KeptTurn> {
  const from = since === undefined ? -Infinity : Date.parse(since)
  for await (const turn of turns) {
    if (Date.parse(turn.at) >= from && (why === undefined || why.includes(turn.why))) yield turn
  }
}
