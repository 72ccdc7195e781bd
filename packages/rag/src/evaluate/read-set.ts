import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { OperatorError } from '@marketplace-agent/domain'
import type { Judgements } from './metrics.ts'

export interface RetrievalSet {
  readonly documents: readonly { readonly id: string; readonly title: string; readonly text: string }[]
  readonly queries: readonly { readonly id: string; readonly text: string }[]
  /** By query. */
  readonly judgements: ReadonlyMap<string, Judgements>
}

/**
 * Reads a folder in BEIR's layout: `corpus.jsonl` ({_id, title?, text}), `queries.jsonl` ({_id, text}) and `qrels.tsv`, or
 * `qrels/test.tsv` (header, then query-id, corpus-id and score). Throws an OperatorError that names file and line of what is broken.
 */
export async function readRetrievalSet(folder: string): Promise<RetrievalSet> {
  const documents = await readObjects(folder, 'corpus.jsonl', (entry, fail) => ({
    id: idOf(entry, fail),
    title: stringOf(entry, 'title', fail, ''),
    text: stringOf(entry, 'text', fail),
  }))
  const queries = await readObjects(folder, 'queries.jsonl', (entry, fail) => ({
    id: idOf(entry, fail),
    text: stringOf(entry, 'text', fail),
  }))
  const judgements = await readJudgements(folder)
  checkJudgements(folder, { documents, queries, judgements })
  return { documents, queries, judgements }
}

/** Where nothing is judged that the set has, every figure would be zero. */
function checkJudgements(folder: string, { documents, queries, judgements }: RetrievalSet): void {
  const fault = (what: string) => new OperatorError(`The judgements in ${folder} ${what}.`)
  if (judgements.size === 0)
    throw fault('are none: write query-id, corpus-id and score, with tabs between them, a line')
  const known = new Set(documents.map(({ id }) => id))
  const asked = queries.flatMap(({ id }) => judgements.get(id) ?? [])
  if (asked.length === 0) throw fault('name no query of queries.jsonl: see that its _id is their first column')
  const judged = asked.flatMap((own) => [...own].filter(([id]) => known.has(id)))
  if (judged.length === 0) throw fault('name no document of corpus.jsonl: see that its _id is their second column')
  if (judged.every(([, score]) => score <= 0)) throw fault('have no score above 0: give what is relevant one')
}

type Fail = (fault: string) => never

async function readObjects<T extends { id: string }>(
  folder: string,
  name: string,
  convert: (entry: object, fail: Fail) => T,
): Promise<T[]> {
  const objects: T[] = []
  const lineOf = new Map<string, number>()
  for (const { line, number, fail } of await readLines(folder, name)) {
    const object = convert(parseObject(line, fail), fail)
    const earlier = lineOf.get(object.id)
    if (earlier !== undefined) fail(`the _id ${JSON.stringify(object.id)} stands in line ${earlier} already`)
    lineOf.set(object.id, number)
    objects.push(object)
  }
  if (objects.length === 0) throw new OperatorError(`${join(folder, name)} is empty: put at least one line into it.`)
  return objects
}

async function readJudgements(folder: string): Promise<Map<string, Map<string, number>>> {
  const judgements = new Map<string, Map<string, number>>()
  const inFolder = join('qrels', 'test.tsv')
  const name = !existsSync(join(folder, 'qrels.tsv')) && existsSync(join(folder, inFolder)) ? inFolder : 'qrels.tsv'
  for (const { line, number, fail } of await readLines(folder, name)) {
    const [query, document, score, ...more] = line.split('\t')
    if (score === undefined || more.length > 0)
      fail('three columns are needed, with a tab between them: query-id, corpus-id, score')
    const grade = Number(score)
    if (score!.trim() === '' || !Number.isFinite(grade)) {
      if (number === 1) continue
      fail(`the score ${JSON.stringify(score)} is no number`)
    }
    const known = judgements.get(query!)
    if (known) known.set(document!, grade)
    else judgements.set(query!, new Map([[document!, grade]]))
  }
  return judgements
}

/** Lines that aren't blank. Only line feeds end a line: JSON may hold other separators as they are. */
async function readLines(folder: string, name: string) {
  const path = join(folder, name)
  let content: string
  try {
    content = await readFile(path, 'utf8')
  } catch (error) {
    throw new OperatorError(
      `${path} can't be read: the folder needs corpus.jsonl, queries.jsonl and qrels.tsv (BEIR's layout).`,
      { cause: error },
    )
  }
  return content
    .replace(/^\ufeff/, '')
    .split('\n')
    .map((line, i) => ({
      line: line.endsWith('\r') ? line.slice(0, -1) : line,
      number: i + 1,
      fail: (fault: string): never => {
        throw new OperatorError(`${path} line ${i + 1}: ${fault}.`)
      },
    }))
    .filter(({ line }) => line.trim() !== '')
}

function parseObject(line: string, fail: Fail): object {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return fail('this is no JSON')
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : fail('a JSON object is needed')
}

function idOf(entry: object, fail: Fail): string {
  const id: unknown = Reflect.get(entry, '_id')
  if (typeof id === 'number') return String(id)
  return typeof id === 'string' && id !== '' ? id : fail('"_id" has to be a text')
}

function stringOf(entry: object, key: string, fail: Fail, absent?: string): string {
  const value: unknown = key in entry ? Reflect.get(entry, key) : absent
  if (value === null && absent !== undefined) return absent
  return typeof value === 'string' ? value : fail(`"${key}" has to be a text`)
}
