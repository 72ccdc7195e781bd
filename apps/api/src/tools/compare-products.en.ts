import type { ComparisonCard, ComparisonRow } from '@marketplace-agent/domain'
import type { ToolWords } from './define-tool.ts'
import { lowerFirst } from './lower-first.en.ts'

/** "Weight: X1 1.35 kg, G1 2.3 kg; the X1 is better." */
function sayRow({ label, texts, best }: ComparisonRow, names: readonly string[]): string {
  const values = names.map((name, index) => `${name} ${texts[index] ?? 'not known'}`).join(', ')
  const winners = best.map((index) => names[index])
  return `${label}: ${values}${winners.length === 1 ? `; the ${winners[0]} is ahead` : ''}.`
}

export const words: ToolWords<{ ids: number[]; facts?: string[] }, ComparisonCard> = {
  ask: { ids: 'Which products shall I compare? Please name two or more.' },
  say({ products, rows }, { format }, { facts = [] }) {
    const names = products.map((product) => product.name)
    const first = rows.filter((row) => facts.includes(row.id)).map((row) => sayRow(row, names))
    const lead = names.map((name, index) => {
      const wins = rows
        .filter((row) => row.best.length === 1 && row.best[0] === index)
        .map((row) => lowerFirst(row.label))
      return wins.length === 0 ? `the ${name} leads in nothing` : `the ${name} is ahead in ${format.list(wins)}`
    })
    const differing = rows.filter((row) => row.differs)
    const alike = rows.filter((row) => !row.differs).map((row) => lowerFirst(row.label))
    const [opening = '', ...rest] = lead
    const sentence = `${opening.charAt(0).toUpperCase()}${opening.slice(1)}${rest.map((part) => `; ${part}`).join('')}.`
    const table = [
      `| | ${names.join(' | ')} |`,
      `|---|${names.map(() => '---|').join('')}`,
      ...differing.map((row) => `| ${row.label} | ${row.texts.map((text) => text ?? '–').join(' | ')} |`),
    ].join('\n')
    return [
      ...first,
      sentence,
      differing.length === 0 ? 'They do not differ in anything I know.' : table,
      ...(alike.length === 0 ? [] : [`The same in: ${format.list(alike)}.`]),
    ].join('\n\n')
  },
  otherwise: {
    product: (_input, { id }) => `There is no product ${id}.`,
    one: () => 'A comparison takes at least two different products. Which other one shall I put beside it?',
  },
  next: ({ products }) => {
    const [first, second] = products
    return first === undefined || second === undefined
      ? []
      : [`What fits the ${first.name}?`, `Is the ${second.name} in stock?`]
  },
}
