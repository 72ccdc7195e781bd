import type { ConversationReport } from '../evaluation/evaluate-conversations.ts'
import type { IntentReport } from '@marketplace-agent/intent'
import type { RetrievalReport } from '@marketplace-agent/rag'

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

export function intentTable({ labels, confusion, by_intent, ...figures }: IntentReport): string {
  const columns = ['true \\ found', ...labels, 'f1']
  const rows = labels.map((label) => [
    label,
    ...labels.map((found) => confusion[label]?.[found] ?? 0),
    by_intent[label]?.f1 ?? null,
  ])
  return `${table(Object.entries(figures))}\n\n${table([columns, ...rows])}`
}

export function retrievalTable({ bm25, lexical, hybrid, ...facts }: RetrievalReport): string {
  const methods = Object.entries({ bm25, lexical, hybrid })
  const columns = Object.keys(bm25) as (keyof typeof bm25)[]
  const rows = methods.map(([name, figures]) => [name, ...columns.map((column) => figures[column])])
  return `${table(Object.entries(facts))}\n\n${table([['', ...columns], ...rows])}`
}

export function conversationTable({ by_kind, failures, ...figures }: ConversationReport): string {
  const kinds = Object.entries(by_kind).map(([kind, { conversations, passed }]) => [kind, conversations, passed])
  const told = failures.map(
    ({ file, run, turn, said, faults, response }) =>
      `${file}${run === 1 ? '' : ` (run ${run})`}, turn ${turn}: “${said}”\n  ${faults.join('\n  ')}\n  answered: ${response.replaceAll(/\s+/g, ' ').slice(0, 300)}`,
  )
  return [table(Object.entries(figures)), table([['kind', 'conversations', 'passed'], ...kinds]), ...told].join('\n\n')
}
