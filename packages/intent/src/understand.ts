import { type Intent, type IntentScore, intents } from '@marketplace-agent/domain'
import { createAngerReader } from './anger.ts'
import { createAnswerReader } from './answer.ts'
import type { Classify } from './classifier/model.ts'
import { createCutter } from './clauses/cut.ts'
import { type Group, group } from './clauses/group.ts'
import { type Reading, createReadings, offTopicTasks } from './clauses/reading.ts'
import { type Findings, entitiesWithin } from './entities/findings.ts'
import { withoutCredentials } from './credentials.en.ts'
import type { EntityFinder } from './entities/find-entities.ts'
import { mask } from './entities/mask.ts'
import type { Language, Task } from './language/read-language.ts'
import { createPlainReader } from './plain-readings.ts'
import { tokenize } from './text/tokens.ts'
import type { Corrector } from './text/correct.ts'
import type { Clause, TaskScore, Understander, Understanding } from './types.ts'

/** A task's probability, and its lead over any other, from which on a tool may run on it. */
const leastScore = 0.4
const leastMargin = 0.1
/** With this much doubt that the message has to do with the shop at all, no tool runs either. */
const mostOffTopic = 0.2
/** Tasks less likely than this are not listed. */
const negligible = 0.01
/** Intents less likely than this are not said to be in a message. */
const unlikely = 0.05

const courtesies = new Set(['greet', 'thank'])
const requests = new Set(['ask', 'tell', 'person'])
/** How much more a first question counts than what follows it, when it is settled which clause leads. */
const firstAsked = 2

export function createUnderstander(
  language: Language,
  classify: Classify,
  finder: EntityFinder,
  correct: Corrector = (message) => message,
): Understander {
  const { tasks, words } = language
  const cut = createCutter(words.joiners)
  const isUpset = createAngerReader(words.anger)
  const readAnswer = createAnswerReader(words)
  const readings = createReadings(tasks)
  const readPlain = createPlainReader(words, tasks, readings)
  const labels = intents.filter((intent) => tasks.some((task) => task.intent === intent))

  const readerOf =
    (text: string, { spans }: Findings) =>
    (start: number, end: number): Reading => {
      const masked = withoutCredentials(mask(text, spans, start, end))
      return readPlain(text.slice(start, end), masked) ?? readings.of(classify(masked))
    }

  function clauseOf(message: string, findings: Findings, { start, end, probabilities }: Group): Clause {
    const reading = readings.of(probabilities)
    const { intent, task, score } = reading
    return {
      text: message.slice(start, end),
      start,
      end,
      masked: mask(message, findings.spans, start, end),
      act: task.act,
      task: task.name,
      score,
      intent,
      intents: readings.intentScores(probabilities),
      tasks: taskScores(probabilities, tasks),
      confident: isConfident(reading),
      entities: entitiesWithin(findings, start, end),
    }
  }

  return {
    labels,
    understand(written) {
      const message = correct(written)
      const findings = finder.find(message)
      const read = readerOf(message, findings)
      const inside = (offset: number) => findings.spans.some((span) => span.start < offset && offset < span.end)
      const groups = group(cut(message, findings.tokens, inside), {
        read,
        refers: (start, end) => refers(findings, start, end),
      })
      const clauses = (groups.length === 0 ? [silence(message, read)] : groups).map((one) =>
        clauseOf(message, findings, one),
      )
      const leading = leadOf(clauses, () => readings.intentScores(read(0, message.length).probabilities))
      return {
        clauses,
        intent: leading.intent,
        intents: listIntents(clauses, leading),
        upset: isUpset(message, findings.tokens),
        ...readAnswer(findings.tokens, () => tokenize(mask(message, findings.spans))),
      }
    },
    classify(written) {
      const text = correct(written)
      const reading = readerOf(text, finder.find(text))(0, text.length)
      const outOfScope = offTopicTasks.has(reading.task.name) || !isConfident(reading)
      return { intent: reading.intent, intents: readings.intentScores(reading.probabilities), outOfScope }
    },
  }
}

/** The clause that gives a message its intent. */
export const leadingClause = ({ clauses, intent }: Understanding): Clause | undefined =>
  clauses.find((clause) => clause.intent === intent && !courtesies.has(clause.act)) ??
  clauses.find((clause) => clause.intent === intent)

/** Whether the message has nothing to do with the shop, or is too unclear for any tool to run on. */
export function isOutOfScope(understanding: Understanding): boolean {
  const leading = leadingClause(understanding)
  return leading === undefined || !leading.confident || offTopicTasks.has(leading.task)
}

const isConfident = ({ task, score, margin, offTopic }: Reading) =>
  score >= leastScore && margin >= leastMargin && (offTopic < mostOffTopic || offTopicTasks.has(task.name))

function refers({ spans, cues }: Findings, start: number, end: number): 'names' | 'back' | 'none' {
  const within = (at: { start: number; end: number }) => at.start >= start && at.end <= end
  if (spans.some((span) => span.placeholder !== 'number' && span.placeholder !== 'date' && within(span))) return 'names'
  return cues.some((cue) => cue.kind === 'pronoun' && within(cue)) ? 'back' : 'none'
}

/** A message without a word or sign. */
const silence = (message: string, read: (start: number, end: number) => Reading): Group => ({
  start: 0,
  end: message.length,
  probabilities: read(0, message.length).probabilities,
})

const taskScores = (probabilities: Float64Array, tasks: readonly Task[]): TaskScore[] =>
  tasks
    .map((task, index) => ({ task: task.name, score: probabilities[index] as number }))
    .filter(({ score }) => score >= negligible)
    .sort((one, other) => other.score - one.score)

/** Of several clauses that which the whole message speaks for most; small talk and answers only where there is nothing else. */
function leadOf(clauses: readonly Clause[], whole: () => readonly IntentScore[]): Clause {
  const [first] = clauses as [Clause]
  const asking = clauses.filter((clause) => requests.has(clause.act))
  const candidates = asking.length > 0 ? asking : clauses.filter((clause) => !courtesies.has(clause.act))
  if (candidates.length < 2) return candidates[0] ?? first
  const scores = new Map<Intent, number>(whole().map(({ intent, score }) => [intent, score]))
  const weight = (clause: Clause) =>
    clause.score *
    (0.2 + (scores.get(clause.intent) ?? 0)) *
    (clause === candidates[0] && clause.act === 'ask' ? firstAsked : 1)
  return candidates.reduce((best, clause) => (weight(clause) > weight(best) ? clause : best))
}

/** Every intent that a clause likely has, by its best score there; the leading one first. */
function listIntents(clauses: readonly Clause[], leading: Clause): IntentScore[] {
  const best = new Map<Intent, number>()
  for (const clause of clauses) {
    if (clause !== leading && courtesies.has(clause.act)) continue
    for (const { intent, score } of clause.intents) {
      if (score >= unlikely || clause.intent === intent) best.set(intent, Math.max(best.get(intent) ?? 0, score))
    }
  }
  const rank = (intent: Intent) => (intent === leading.intent ? 2 : (best.get(intent) ?? 0))
  return [...best]
    .map(([intent, score]) => ({ intent, score }))
    .sort((one, other) => rank(other.intent) - rank(one.intent))
}
