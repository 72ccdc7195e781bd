import { type Evidence, evidenceNames, type RelevanceWeights } from '../rank/evidence.ts'
import { type Labelled, learnLogistic, type LinearModel, scoreOf } from './logistic.ts'

/** All evidence of a passage that a question found, a row for each of its units. */
export interface FoundPassage {
  /** Whether it answers the question. */
  readonly right: boolean
  readonly rows: readonly (readonly number[])[]
}

/** A question to documents that answer it, or don't. */
export interface AskedQuestion {
  readonly set: string
  readonly answerable: boolean
  /** How much it counts. */
  readonly weight: number
  readonly found: readonly FoundPassage[]
}

export interface RelevanceTask {
  /** Those that are asked next to each other, which are often alike, are held out together. */
  readonly questions: readonly AskedQuestion[]
  readonly names: readonly Evidence[]
  readonly pull: number
  /** The passage that is as relevant as this is given. */
  readonly floor: number
  /** By set, the share of its answerable questions that may be refused at the floor. */
  readonly mostRefused: Readonly<Record<string, number>>
}

export interface LearnedRelevance {
  readonly weights: RelevanceWeights
  /** By set, the shares wrongly refused and wrongly answered by weights that were learned without the question. */
  readonly sets: Readonly<Record<string, { readonly falseRefusals: number; readonly falseAnswers: number }>>
}

const folds = 8
/** Which unit speaks for a passage, and which passage for a question, is settled with the weights, by turns. */
const rounds = 5

/**
 * Learns what makes the best passage of an answerable question likelier than the best one of another: a question is
 * answered by its most relevant passage, so that one alone is learned from, by the weights so far.
 */
export function learnRelevance(task: RelevanceTask): LearnedRelevance {
  const { questions, floor, mostRefused } = task
  const places = task.names.map((name) => evidenceNames.indexOf(name))
  const instances = questions.map(({ answerable, weight, found }): Instance => {
    const rowsOf = (passages: readonly FoundPassage[]) =>
      passages.flatMap(({ rows }) => rows.map((row) => places.map((at) => row[at]!)))
    return { label: answerable ? 1 : 0, weight, rows: rowsOf(found), own: rowsOf(found.filter(({ right }) => right)) }
  })

  const heldOut = foldsOf(questions)
  const scores = new Float64Array(questions.length)
  for (let fold = 0; fold < folds; fold++) {
    const model = learn(
      instances.filter((_one, i) => heldOut[i] !== fold),
      task.pull,
    )
    instances.forEach(({ rows }, i) => {
      if (heldOut[i] === fold) scores[i] = bestOf(rows, model).score
    })
  }

  const scoresOf = (set: string, answerable: boolean) =>
    Array.from(scores).filter((_score, i) => questions[i]!.set === set && questions[i]!.answerable === answerable)
  let least = Infinity
  for (const [set, share] of Object.entries(mostRefused)) {
    const sorted = scoresOf(set, true).toSorted((a, b) => a - b)
    least = Math.min(least, sorted[Math.floor(share * sorted.length)] ?? Infinity)
  }
  const { weights, none } = learn(instances, task.pull)
  const moved = none - least + Math.log(floor / (1 - floor))
  const shareOf = (list: readonly number[], counts: (score: number) => boolean) =>
    list.length === 0 ? 0 : list.filter(counts).length / list.length
  return {
    weights: {
      none: rounded(moved),
      ...Object.fromEntries(task.names.map((name, i) => [name, rounded(weights[i]!)])),
    },
    sets: Object.fromEntries(
      [...new Set(questions.map(({ set }) => set))].map((set) => [
        set,
        {
          falseRefusals: shareOf(scoresOf(set, true), (score) => score < least),
          falseAnswers: shareOf(scoresOf(set, false), (score) => score >= least),
        },
      ]),
    ),
  }
}

interface Instance {
  readonly label: 0 | 1
  readonly weight: number
  readonly rows: readonly (readonly number[])[]
  /** Those of the passages that answer. */
  readonly own: readonly (readonly number[])[]
}

function learn(instances: readonly Instance[], pull: number): LinearModel {
  const learnable = instances
    .map(({ label, weight, rows, own }) => ({ label, weight, rows: label === 1 ? own : rows }))
    .filter(({ rows }) => rows.length > 0)
  const width = learnable[0]?.rows[0]?.length ?? 0
  let model: LinearModel = { weights: Array.from({ length: width }, () => 1), none: 0 }
  for (let round = 0; round < rounds; round++) {
    const labelled = learnable.map(({ label, weight, rows }): Labelled => {
      return { label, weight, row: bestOf(rows, model).row! }
    })
    model = learnLogistic(labelled, pull)
  }
  return model
}

function bestOf(
  rows: readonly (readonly number[])[],
  model: LinearModel,
): { readonly row: readonly number[] | null; readonly score: number } {
  let best: { row: readonly number[] | null; score: number } = { row: null, score: -Infinity }
  for (const row of rows) {
    const score = scoreOf(model, row)
    if (score > best.score) best = { row, score }
  }
  return best
}

/** The fold in which each question is held out: stretches of its set and kind. */
function foldsOf(questions: readonly AskedQuestion[]): number[] {
  const kindOf = ({ set, answerable }: AskedQuestion) => `${set} ${answerable}`
  const sizes = new Map<string, number>()
  for (const one of questions) sizes.set(kindOf(one), (sizes.get(kindOf(one)) ?? 0) + 1)
  const seen = new Map<string, number>()
  return questions.map((one) => {
    const kind = kindOf(one)
    const before = seen.get(kind) ?? 0
    seen.set(kind, before + 1)
    return Math.floor((before * folds) / sizes.get(kind)!)
  })
}

const rounded = (value: number) => Number(value.toFixed(2))
