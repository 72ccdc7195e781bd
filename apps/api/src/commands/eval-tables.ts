import type { ConversationReport } from '../evaluation/evaluate-conversations.ts'
import type { CurveReport, IntentReport } from '@marketplace-agent/intent'
import type { AnswersMetrics, AnswersReport, RetrievalReport, SweepReport } from '@marketplace-agent/rag'

const cell = (value: number | string | null) =>
  value === null
    ? '–'
    : typeof value === 'number'
      ? Number.isInteger(value)
        ? String(value)
        : value.toFixed(3)
      : value

/** Rows as columns of equal width, the first one to the left. */
function table(rows: readonly (readonly (number | string | null)[])[]): string {
  const texts = rows.map((row) => row.map(cell))
  const widths = texts[0]?.map((_text, column) => Math.max(...texts.map((row) => row[column]?.length ?? 0))) ?? []
  return texts
    .map((row) =>
      row
        .map((text, column) => (column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0)))
        .join('  '),
    )
    .join('\n')
}

const mostShown = 20

function mistakesShown(mistakes: IntentReport['mistakes']): string {
  const rows = mistakes
    .slice(0, mostShown)
    .map(({ line, text, intent, expected, alt }) => [
      `line ${line}`,
      expected,
      `found ${intent}${alt === true ? ' (alt)' : ''}`,
      text.replaceAll(/\s+/g, ' '),
    ])
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const lines = rows.map((row) => row.map((text, column) => text.padEnd(widths[column] ?? 0)).join('  '))
  const more = mistakes.length - rows.length
  return [`mistakes (${mistakes.length})`, ...lines, ...(more > 0 ? [`and ${more} more: --json has all`] : [])].join(
    '\n',
  )
}

export function intentTable({ labels, confusion, by_intent, mistakes, ...figures }: IntentReport): string {
  const columns = ['true \\ found', ...labels, 'f1']
  const rows = labels.map((label) => [
    label,
    ...labels.map((found) => confusion[label]?.[found] ?? 0),
    by_intent[label]?.f1 ?? null,
  ])
  const parts = [table(Object.entries(figures)), table([columns, ...rows])]
  return [...parts, ...(mistakes.length > 0 ? [mistakesShown(mistakes)] : [])].join('\n\n')
}

/** Accuracy by the share of the utterances that was learned from. */
export function curveTable({ messages, points }: CurveReport): string {
  const rows = points.map(({ share, utterances, ngram, minilm, cascade }) => [
    `${share * 100}%`,
    utterances,
    ...[ngram, minilm, cascade].flatMap((figures) => [figures?.accuracy ?? null, figures?.accuracy_alt ?? null]),
  ])
  const columns = ['learned from', 'utterances', ...['ngram', 'minilm', 'cascade'].flatMap((name) => [name, 'alt'])]
  return `accuracy on ${messages} messages\n\n${table([columns, ...rows])}`
}

export function retrievalTable(report: RetrievalReport): string {
  const { bm25, lexical, dense, hybrid, reranked, ...facts } = report
  const methods = Object.entries({ bm25, lexical, dense, hybrid, reranked })
  const columns = Object.keys(bm25) as (keyof typeof bm25)[]
  const rows = methods.flatMap(([name, figures]) =>
    figures === null ? [] : [[name, ...columns.map((column) => figures[column])]],
  )
  return `${table(Object.entries(facts))}\n\n${table([['', ...columns], ...rows])}`
}

/** What each size of chunks finds among the first k. */
export function sweepTable({ queries, embedder, rows }: SweepReport): string {
  const ks = rows[0]?.by_k.map(({ k }) => k) ?? []
  const columns = ['chunk', 'passages', ...ks.map((k) => `found@${k}`), ...ks.map((k) => `mrr@${k}`)]
  const lines = rows.map(({ chunk, passages, by_k }) => [
    `${chunk}`,
    passages,
    ...by_k.map(({ found }) => found),
    ...by_k.map(({ mrr }) => mrr),
  ])
  return `${queries} queries, ${embedder}\n\n${table([columns, ...lines])}`
}

export function answersTable({ splits, ...facts }: AnswersReport): string {
  const names = Object.keys(splits)
  const figures = Object.keys(Object.values(splits)[0] ?? {}) as (keyof AnswersMetrics)[]
  const rows = figures.map((figure) => [figure, ...names.map((name) => splits[name]?.[figure] ?? null)])
  return `${table(Object.entries(facts))}\n\n${table([['', ...names], ...rows])}`
}

export function conversationTable({ by_kind, failures, ...figures }: ConversationReport): string {
  const kinds = Object.entries(by_kind).map(([kind, { conversations, passed }]) => [kind, conversations, passed])
  const told = failures.map(
    ({ file, run, turn, said, faults, response }) =>
      `${file}${run === 1 ? '' : ` (run ${run})`}, turn ${turn}: “${said}”\n  ${faults.join('\n  ')}\n  answered: ${response.replaceAll(/\s+/g, ' ').slice(0, 300)}`,
  )
  return [table(Object.entries(figures)), table([['kind', 'conversations', 'passed'], ...kinds]), ...told].join('\n\n')
}
