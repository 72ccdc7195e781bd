import { OperatorError } from '@marketplace-agent/domain'
import { type ClassifierName, evaluateIntents, learningCurve } from '@marketplace-agent/intent'
import { openEmbedders, openUnderstanding } from '../../knowledge.ts'
import { curveTable, intentTable } from '../eval-tables.ts'
import { type Evaluation, type EvaluationInput, readTextFile, setOf } from './evaluation.ts'

const names: readonly ClassifierName[] = ['ngram', 'minilm', 'cascade']

function classifierOf({ options: { classifier } }: EvaluationInput): ClassifierName | undefined {
  const known = names.find((name) => name === classifier)
  if (classifier !== undefined && known === undefined)
    throw new OperatorError(`--classifier takes one of ${names.join(', ')}.`)
  return known
}

export const intents: Evaluation = {
  usage: `intents FILE.jsonl [--classifier ngram|minilm|cascade] [--curve]     {text, intent, alt?, out_of_scope?} a line`,
  async run(input) {
    const { config, paths, curve, log, progress } = input
    const [file = ''] = paths
    const classifier = classifierOf(input)
    const text = await readTextFile(file)
    const lines = text.split('\n')
    const set = setOf(text)
    const { shop, understander } = await openUnderstanding(config, log)
    const embedders = openEmbedders(classifier === 'ngram' ? { ...config, embedder: 'lexical' } : config, log)
    try {
      const embedder = await embedders.better
      if (curve) {
        const { languageFolder } = config
        const onProgress = progress('trainings')
        const report = await learningCurve(lines, { languageFolder, shop, embedder, log, file, onProgress })
        return { report, set, table: () => curveTable(report) }
      }
      if (embedder !== null) await understander.sentences(embedder)
      const report = await evaluateIntents(lines, understander, {
        file,
        ...(classifier !== undefined && { classifier }),
        onProgress: progress('messages'),
      })
      return { report, set, table: () => intentTable(report) }
    } finally {
      await embedders.close()
    }
  },
}
