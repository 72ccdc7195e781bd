import type { Comparison, Difference } from './compare-reports.ts'

const written = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(3))
const signed = (value: number) => `${value > 0 ? '+' : ''}${written(value)}`

function rows(title: string, differences: readonly Difference[]): string[] {
  if (differences.length === 0) return []
  const cells = differences.map(({ figure, base, now }) => [
    figure,
    written(base),
    written(now),
    // Of what is shown: 0.880 -> 0.893 is +0.013.
    signed(Number(written(now)) - Number(written(base))),
  ])
  const width = (column: number) => Math.max(...cells.map((row) => row[column]?.length ?? 0))
  const widths = [0, 1, 2, 3].map(width)
  const line = ([figure = '', base = '', now = '', by = '']: readonly string[]) =>
    `  ${figure.padEnd(widths[0] ?? 0)}  ${base.padStart(widths[1] ?? 0)} -> ${now.padStart(widths[2] ?? 0)}  ${by.padStart(widths[3] ?? 0)}`
  return [`${title} (${differences.length})`, ...cells.map(line)]
}

const items = (title: string, names: readonly string[]) =>
  names.length === 0 ? [] : [`${title} (${names.length})`, ...names.map((name) => `  ${name}`)]

/** A comparison for people: what is worse first. */
export function comparisonTable(comparison: Comparison): string {
  const { remarks, better, worse, changed, unchanged, fixed, broken } = comparison
  const blocks = [
    remarks,
    rows('worse', worse),
    items('broken', broken),
    rows('better', better),
    items('fixed', fixed),
    rows('changed', changed),
    [`unchanged: ${unchanged}`],
  ]
  return [
    'compared with the base',
    ...blocks.filter((lines) => lines.length > 0).map((lines) => lines.join('\n')),
  ].join('\n\n')
}
