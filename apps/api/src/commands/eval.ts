import { OperatorError } from '@marketplace-agent/domain'
import { environment, readConfig } from '../config.ts'
import { compareReports } from '../evaluation/compare-reports.ts'
import { comparisonTable } from '../evaluation/comparison-table.ts'
import { createProgressBar } from '../evaluation/progress-bar.ts'
import { readReport } from '../evaluation/read-report.ts'
import { pathOf, readArguments, runCommand } from './command.ts'
import { answers } from './eval/answers.ts'
import { conversations } from './eval/conversations.ts'
import { type Evaluation, terminalLog } from './eval/evaluation.ts'
import { intents } from './eval/intents.ts'
import { retrieval } from './eval/retrieval.ts'

const evaluations: Readonly<Record<string, Evaluation>> = { intents, retrieval, answers, conversations }

const usage = `${Object.values(evaluations)
  .map((each) => `npm run -s eval -- ${each.usage}`)
  .join('\n')}
Each takes --json (one JSON object and nothing else) and --compare BASE.json (a report that --json wrote).`

/** What a sweep lists is no path. */
const typedPath = (word: string) => (/^\w+=/.test(word) ? word : pathOf(word))

runCommand(async () => {
  const { words, flags, values } = readArguments(usage, ['json', 'curve'], ['runs', 'classifier', 'sweep', 'compare'])
  const [kind = '', ...paths] = words
  const evaluation = evaluations[kind]
  if (evaluation === undefined || paths.length === 0) throw new OperatorError(usage)
  // Before the long work, so that a wrong name is told at once.
  const base = values.compare === undefined ? null : await readReport(pathOf(values.compare))
  const {
    report: figures,
    set,
    table,
  } = await evaluation.run({
    config: readConfig(environment()),
    paths: paths.map(typedPath),
    options: values,
    curve: flags.curve === true,
    log: terminalLog,
    progress: (what) => createProgressBar(what),
  })
  const report = { ...figures, set }
  const comparison = base === null ? null : compareReports(base, report)
  const shown =
    flags.json === true
      ? JSON.stringify({ ...report, ...(comparison !== null && { comparison }) })
      : [table(), ...(comparison === null ? [] : [comparisonTable(comparison)])].join('\n\n')
  process.stdout.write(`${shown}\n`)
  return 0
})
