import { type CallContext, type IntentScore, OperatorError, intents } from '@marketplace-agent/domain'
import { createAngerReader } from './anger.ts'
import { createAnswerReader } from './answer.ts'
import type { Classify } from './classifier/model.ts'
import { createCutter } from './clauses/cut.ts'
import { type Group, group } from './clauses/group.ts'
import { type Reading, createReadings, offTopicTasks } from './clauses/reading.ts'
import { isConfident, isSure } from './confidence.ts'
import { type Findings, entitiesWithin } from './entities/findings.ts'
import { withoutCredentials } from './credentials.en.ts'
import type { EntityFinder } from './entities/find-entities.ts'
import { mask } from './entities/mask.ts'
import type { Language, Task } from './language/read-language.ts'
import { candidatesOf, leadOf, listIntents } from './leading.ts'
import { createPlainReader } from './plain-readings.ts'
import { combine } from './sentences/combine.ts'
import type { SentenceReader } from './sentences/sentence-reader.ts'
import { tokenize } from './text/tokens.ts'
import type { Corrector } from './text/correct.ts'
import type { ClassifierName, Clause, TaskScore, Understander, Understanding } from './types.ts'

/** A sentence vector of less says little: such fragments live on what was said before. */
const leastWords = 3
const wordsIn = (text: string) => tokenize(text).filter(({ kind }) => kind === 'word').length

/** Tasks less likely than this are not listed. */
const negligible = 0.01

export interface UnderstanderParts {
  readonly language: Language
  readonly classify: Classify
  readonly finder: EntityFinder
  readonly correct: Corrector
  readonly vocabulary: ReadonlySet<string>
  readonly sentences: SentenceReader
}

/** A message in its clauses, as the n-grams cut and read it. */
interface Parsed {
  readonly message: string
  readonly findings: Findings
  readonly groups: readonly Group[]
  readonly read: (start: number, end: number) => Reading
}

export function createUnderstander({
  language,
  classify,
  finder,
  correct,
  vocabulary,
  sentences,
}: UnderstanderParts): Understander {
  const { tasks, words } = language
  const cut = createCutter(words.joiners)
  const isUpset = createAngerReader(words.anger)
  const readAnswer = createAnswerReader(words)
  const readings = createReadings(tasks)
  const readPlain = createPlainReader(words, tasks, readings)
  const labels = intents.filter((intent) => tasks.some((task) => task.intent === intent))

  const maskedPart = (text: string, { spans }: Findings, start: number, end: number) =>
    withoutCredentials(mask(text, spans, start, end))

  const readerOf =
    (text: string, findings: Findings) =>
    (start: number, end: number): Reading => {
      const masked = maskedPart(text, findings, start, end)
      return readPlain(text.slice(start, end), masked) ?? readings.of(classify(masked))
    }

  function parse(written: string): Parsed {
    const message = correct(written)
    const findings = finder.find(message)
    const read = readerOf(message, findings)
    const inside = (offset: number) => findings.spans.some((span) => span.start < offset && offset < span.end)
    const groups = group(cut(message, findings.tokens, inside), {
      read,
      refers: (start, end) => refers(findings, start, end),
    })
    return { message, findings, read, groups: groups.length === 0 ? [silence(message, read)] : groups }
  }

  function clauseOf({ message, findings }: Parsed, { start, end, probabilities }: Group, by: ClassifierName): Clause {
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
      confident: isConfident(reading, by),
      entities: entitiesWithin(findings, start, end),
    }
  }

  function conclude(
    { message, findings }: Parsed,
    clauses: readonly Clause[],
    decidedBy: ClassifierName,
    whole: () => readonly IntentScore[],
  ): Understanding {
    const leading = leadOf(clauses, whole)
    return {
      clauses,
      intent: leading.intent,
      intents: listIntents(clauses, leading),
      decidedBy,
      upset: isUpset(message, findings.tokens),
      ...readAnswer(findings.tokens, () => tokenize(mask(message, findings.spans))),
    }
  }

  const wholeBy = ({ message, read }: Parsed) => read(0, message.length).probabilities

  function readByNgrams(parsed: Parsed): Understanding {
    const clauses = parsed.groups.map((one) => clauseOf(parsed, one, 'ngram'))
    return conclude(parsed, clauses, 'ngram', () => readings.intentScores(wholeBy(parsed)))
  }

  /** The same with the sentence vectors of what the n-grams alone don't settle; null where they can't be had. */
  async function readBySentences(
    parsed: Parsed,
    by: 'minilm' | 'cascade',
    context: CallContext | undefined,
  ): Promise<Understanding | null> {
    const { message, findings, groups } = parsed
    const settled = (one: Group) => {
      const text = message.slice(one.start, one.end)
      if (by === 'minilm') return readPlain(text, maskedPart(message, findings, one.start, one.end)) !== null
      return wordsIn(text) < leastWords || isSure(readings.of(one.probabilities))
    }
    const open = groups.filter((one) => !settled(one))
    if (open.length === 0) return readByNgrams(parsed)
    const read = await sentences.read(
      open.map(({ start, end }) => message.slice(start, end)),
      context,
    )
    if (read === null) return null
    const refine = (ngrams: Float64Array, sentence: Float64Array) =>
      by === 'minilm' ? sentence : combine(ngrams, sentence)
    const clauses = groups.map((one) => {
      const sentence = read[open.indexOf(one)]
      if (sentence === undefined || sentence === null) return clauseOf(parsed, one, 'ngram')
      return clauseOf(parsed, { ...one, probabilities: refine(one.probabilities, sentence) }, by)
    })
    if (candidatesOf(clauses).length < 2) return conclude(parsed, clauses, by, () => [])
    const [whole] = (await sentences.read([message.trim()], context)) ?? []
    const ngrams = wholeBy(parsed)
    const probabilities = whole === undefined || whole === null ? ngrams : refine(ngrams, whole)
    return conclude(parsed, clauses, by, () => readings.intentScores(probabilities))
  }

  function understanderBy(fixed: ClassifierName | null): Understander {
    const current = () => fixed ?? (sentences.ready ? 'cascade' : 'ngram')
    return {
      labels,
      vocabulary,
      get classifier() {
        return current()
      },
      read: (written) => readByNgrams(parse(written)),
      async understand(written, context) {
        const parsed = parse(written)
        const by = current()
        if (by === 'ngram') return readByNgrams(parsed)
        return (await readBySentences(parsed, by, context)) ?? readByNgrams(parsed)
      },
      classify(written) {
        const text = correct(written)
        const reading = readerOf(text, finder.find(text))(0, text.length)
        const outOfScope = offTopicTasks.has(reading.task.name) || !isConfident(reading, 'ngram')
        return { intent: reading.intent, intents: readings.intentScores(reading.probabilities), outOfScope }
      },
      sentences: (embedder) => sentences.use(embedder),
      using(classifier) {
        if (classifier !== 'ngram' && !sentences.ready)
          throw new OperatorError(
            `The classifier ${classifier} needs the sentence model, which isn't there; give its folder, or use ngram.`,
          )
        return understanderBy(classifier)
      },
    }
  }
  return understanderBy(null)
}

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
