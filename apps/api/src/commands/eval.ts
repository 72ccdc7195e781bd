import { readFile } from 'node:fs/promises'
import { OperatorError } from '@marketplace-agent/domain'
import { evaluateIntents } from '@marketplace-agent/intent'
import { evaluateRetrieval } from '@marketplace-agent/rag'
import { environment, readConfig } from '../config.ts'
import { createLogger } from '../logger.ts'
import { openLanguage, openUnderstanding } from '../services.ts'
import { pathOf, readArguments, runCommand } from './command.ts'
import { intentTable, retrievalTable } from './eval-tables.ts'

const usage = `npm run -s eval -- intents FILE.jsonl [--json]     {text, intent, alt?, out_of_scope?} a line
npm run -s eval -- retrieval FOLDER [--json]       corpus.jsonl, queries.jsonl, qrels.tsv (BEIR layout)`

async function intents(file: string) {
  const config = readConfig(environment())
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new OperatorError(`${file} can't be read (${error.message}).`)
  })
  const { understander } = await openUnderstanding(config, createLogger({ logLevel: 'silent', logFormat: 'json' }))
  return evaluateIntents(text.split('\n'), understander)
}

/** A progress line on the terminal, kept off the standard output. */
function progress(done: number, of: number) {
  if (process.stderr.isTTY) process.stderr.write(`\rembedded and asked: ${done} of ${of}${done === of ? '\n' : ''}`)
}

async function retrieval(folder: string) {
  const config = readConfig(environment())
  const { embedder, synonyms } = await openLanguage(config)
  const log = createLogger({ logLevel: 'silent', logFormat: 'json' })
  return evaluateRetrieval(folder, { embedder, synonyms, vectors: config.vectorIndex, log, onProgress: progress })
}

runCommand(async () => {
  const { words, flags } = readArguments(usage, ['json'])
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
  } else throw new OperatorError(usage)
  return 0
})
