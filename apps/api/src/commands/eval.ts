import { readFile } from 'node:fs/promises'
import { OperatorError } from '@marketplace-agent/domain'
import { evaluateIntents } from '@marketplace-agent/intent'
import { evaluateRetrieval } from '@marketplace-agent/rag'
import { environment, readConfig } from '../config.ts'
import { createLogger } from '../logger.ts'
import { openLanguage, openUnderstanding } from '../services.ts'
import { pathOf, readArguments, runCommand } from './command.ts'
import { readScripts } from '../evaluation/conversation-script.ts'
import { evaluateConversations } from '../evaluation/evaluate-conversations.ts'
import { conversationTable, intentTable, retrievalTable } from './eval-tables.ts'

const usage = `npm run -s eval -- intents FILE.jsonl [--json]     {text, intent, alt?, out_of_scope?} a line
npm run -s eval -- retrieval FOLDER [--json]       corpus.jsonl, queries.jsonl, qrels.tsv (BEIR layout)
npm run -s eval -- conversations FOLDER [--runs K] [--json]   scripts *.json (docs/evaluation.md)`

const silent = createLogger({ logLevel: 'silent', logFormat: 'json' })

async function intents(file: string) {
  const config = readConfig(environment())
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new OperatorError(`${file} can't be read (${error.message}).`)
  })
  const { understander } = await openUnderstanding(config, silent)
  return evaluateIntents(text.split('\n'), understander)
}

/** A progress line on the terminal, kept off the standard output. */
function progress(done: number, of: number) {
  if (process.stderr.isTTY) process.stderr.write(`\rdone: ${done} of ${of}${done === of ? '\n' : ''}`)
}

async function retrieval(folder: string) {
  const config = readConfig(environment())
  const { embedder, synonyms } = await openLanguage(config)
  return evaluateRetrieval(folder, {
    embedder,
    synonyms,
    vectors: config.vectorIndex,
    log: silent,
    onProgress: progress,
  })
}

/** The day that the project's own conversations were written for, where no clock is set. */
async function conversations(folder: string, runs: number) {
  const scripts = await readScripts(folder)
  const config = readConfig(environment())
  const { shop } = await openUnderstanding(config, silent)
  const { anchor_date } = shop.settings
  const start = anchor_date === undefined ? null : new Date(`${anchor_date}T12:00:00Z`)
  return evaluateConversations(scripts, {
    config: { ...config, shopClock: config.shopClock ?? start },
    log: silent,
    runs,
    onProgress: progress,
  })
}

function runsOf(text: string | undefined): number {
  const runs = Number(text ?? '1')
  if (!Number.isInteger(runs) || runs < 1 || runs > 100)
    throw new OperatorError(`--runs takes a number from 1 to 100.\n${usage}`)
  return runs
}

runCommand(async () => {
  const { words, flags, values } = readArguments(usage, ['json'], ['runs'])
  const [kind, path] = words
  if (path === undefined) throw new OperatorError(usage)
  const print = (report: object, table: () => string) =>
    process.stdout.write(`${flags.json === true ? JSON.stringify(report) : table()}\n`)
  if (kind === 'intents') {
    const report = await intents(pathOf(path))
    print(report, () => intentTable(report))
  } else if (kind === 'retrieval') {
    const report = await retrieval(pathOf(path))
    print(report, () => retrievalTable(report))
  } else if (kind === 'conversations') {
    const report = await conversations(pathOf(path), runsOf(values.runs))
    print(report, () => conversationTable(report))
  } else throw new OperatorError(usage)
  return 0
})
