import type { Refusal, ReturnOptionsCard } from '@marketplace-agent/domain'
import type { ToolWords, WordsKit } from './define-tool.ts'
import { refusalReason, refusalWords } from './refusal.en.ts'

interface Words extends ToolWords<{ order_number: string }, ReturnOptionsCard> {
  readonly reason: (refusal: Refusal, kit: WordsKit) => string
}

export const words: Words = {
  ask: { order_number: 'Which order is it about? Please give me its number.' },
  say({ order_number, last_date, items, amount }, { format }) {
    const possible = items.filter(({ allowed }) => allowed)
    const named = possible.map(({ name, left, amount: back }) =>
      left === 1 ? `${name} (${format.money(back)})` : `${left} × ${name} (${format.money(back)})`,
    )
    const until = last_date === null ? '' : ` until ${format.date(last_date)}`
    return [
      `Of order ${order_number} you can send back${until}: ${format.list(named)}.`,
      ...(possible.length > 1 ? [`For all of it ${format.money(amount)} comes back.`] : []),
      ...items.flatMap(({ reason }) => reason ?? []),
    ].join(' ')
  },
  otherwise: { order: ({ order_number }) => `I can't find an order ${order_number}.`, ...refusalWords },
  reason: ({ rule, values }, kit) => refusalReason(rule, values, kit),
  next: ({ order_number, items }) => {
    const first = items.find(({ allowed }) => allowed)
    return first === undefined ? [] : [`I want a refund for the ${first.name} of ${order_number}`]
  },
}
