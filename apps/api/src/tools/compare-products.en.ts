import type { ComparisonCard, ComparisonRow } from '@marketplace-agent/domain'
import { answer } from './compare-answer.en.ts'
import type { ToolWords, WordsKit } from './define-tool.ts'
import { inSentence, lowerFirst } from './lower-first.en.ts'
import { saySuited } from './suited.en.ts'

interface CompareInput {
  ids: number[]
  facts?: string[]
  sort?: string
  category?: string[]
  purpose?: string
  claim?: boolean
}

/** "Weight: X1 1.35 kg, G1 2.3 kg; the X1 is better." */
function sayRow({ label, texts, best }: ComparisonRow, names: readonly string[]): string {
  const values = names.map((name, index) => `${name} ${texts[index] ?? 'not known'}`).join(', ')
  const winners = best.map((index) => names[index])
  return `${label}: ${values}${winners.length === 1 ? `; the ${winners[0]} is ahead` : ''}.`
}

/** What was asked of them, and nothing else; null where all of it is wanted. */
function asked({ products, rows }: ComparisonCard, { facts = [], sort, claim = false }: CompareInput, kit: WordsKit) {
  const names = products.map((product) => product.name)
  const by = sort?.replace(/^-/, '')
  const weighed = facts.includes(by ?? '') ? rows.find(({ id }) => id === by) : undefined
  const verdict =
    weighed === undefined
      ? null
      : answer(weighed, names, { descending: sort?.startsWith('-') === true, claim }, kit.format)
  const others = rows.filter((row) => facts.includes(row.id) && (verdict === null || row !== weighed))
  const unknown = facts.filter((id) => !rows.some((row) => row.id === id))
  const sorry = unknown.map(
    (id) => `I have no information on the ${lowerFirst(kit.catalog.spec(id)?.label ?? id)} of these.`,
  )
  const lines = [...(verdict === null ? [] : [verdict]), ...others.map((row) => sayRow(row, names)), ...sorry]
  return lines.length === sorry.length ? null : lines.join('\n')
}

export const words: ToolWords<CompareInput, ComparisonCard> = {
  ask: { ids: 'Which products shall I compare? Please name two or more.' },
  say(card, kit, input) {
    const short = asked(card, input, kit)
    if (short !== null) return short
    const { products, rows } = card
    const { format } = kit
    const names = products.map((product) => product.name)
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
    const kinds = (input.category ?? []).map((id) => inSentence(kit.catalog.category(id)?.name ?? id))
    return [
      ...(card.best_of === undefined || card.best_of <= products.length
        ? []
        : [`These are the best rated of our ${format.number(card.best_of)} ${format.list(kinds)}.`]),
      ...(input.purpose === undefined ? [] : [saySuited(input.purpose, products, kit)]),
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
