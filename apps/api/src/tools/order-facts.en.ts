import type { OrderCard, OrderFact } from '@marketplace-agent/domain'
import type { WordsKit } from './define-tool.ts'
import { contents, latest, sayEvent, stateOf, status, when } from './order-view.en.ts'

/** How an order stands, in a sentence; with when it came or is to come. */
function standing(card: OrderCard, { format, today }: WordsKit): readonly string[] {
  const on = card.state === 'delivered' && card.delivered_date ? ` on ${format.date(card.delivered_date)}` : ''
  return [`Order ${card.number} ${stateOf(card)}${on}.`, ...when(card, format, today)]
}

/** From when on an order counts as lost, and whether it does. */
function loss(card: OrderCard, kit: WordsKit): readonly string[] {
  const { lost_date: day, expected_date: expected, number } = card
  const { format, today } = kit
  if (day === undefined || !expected) return standing(card, kit)
  if (day <= today)
    return [
      `Yes, order ${number} counts as lost: it was expected on ${format.date(expected)}, and has not come by ${format.date(day)}.`,
    ]
  const was = expected < today ? 'was' : 'is'
  return [
    `Order ${number} ${was} expected on ${format.date(expected)}, and counts as lost if it has not come by ${format.date(day)}.`,
    ...latest(card, format),
  ]
}

/** Why an order was cancelled, as far as it is known. */
function cancellation(card: OrderCard, kit: WordsKit): readonly string[] {
  if (card.state === undefined) return standing(card, kit)
  if (card.state !== 'cancelled') return [`Order ${card.number} was not cancelled.`, ...standing(card, kit)]
  return [
    ...standing(card, kit),
    ...latest(card, kit.format),
    `The order doesn't say why; our team can tell you more: ${kit.contact}.`,
  ]
}

/** Who brings an order. */
function carriage(card: OrderCard, kit: WordsKit): readonly string[] {
  const { carrier, number, state } = card
  if (state === 'cancelled') return standing(card, kit)
  if (!carrier) return [`No carrier has order ${number} yet.`, ...standing(card, kit)]
  return [`${carrier} ${state === 'delivered' ? 'delivered' : 'brings'} order ${number}.`]
}

/** What is known of the way of an order. */
function way(card: OrderCard, kit: WordsKit): readonly string[] {
  const { events = [] } = card
  const before = events.slice(0, -1).map((event) => `${sayEvent(event)} (${kit.format.date(event.at)})`)
  return [
    ...standing(card, kit),
    ...latest(card, kit.format),
    ...(before.length === 0 ? [] : [`Before that: ${before.join('; ')}.`]),
    'Nothing more is known of its way.',
  ]
}

type SayFact = (card: OrderCard, kit: WordsKit, facts: readonly OrderFact[]) => readonly string[]

const factWords: Readonly<Record<OrderFact, SayFact>> = {
  status,
  carrier: (card, kit) => (card.carrier === undefined ? standing(card, kit) : carriage(card, kit)),
  expected(card, kit) {
    const { number, expected_date: day, state } = card
    if (!day || state === 'delivered' || state === 'cancelled') return standing(card, kit)
    const date = kit.format.date(day)
    if (day < kit.today)
      return [
        `Order ${number} was expected on ${date} and is late; we are sorry about that.`,
        ...latest(card, kit.format),
      ]
    return [
      day === kit.today ? `Order ${number} is expected today, ${date}.` : `Order ${number} is expected on ${date}.`,
    ]
  },
  items: (card, kit) => contents(card, kit.format).map((text) => text.replace('In it:', `In order ${card.number}:`)),
  events: (card, kit) => (card.events === undefined ? standing(card, kit) : way(card, kit)),
  lost: loss,
  cancelled: cancellation,
  placed: (card, kit) =>
    card.placed_date === undefined
      ? standing(card, kit)
      : [`Order ${card.number} was placed on ${kit.format.date(card.placed_date)}.`],
}

/** What is asked of an order, each sentence once; how it stands where nothing is asked or opened. */
export function sayOrder(card: OrderCard, kit: WordsKit, facts: readonly OrderFact[] = ['status']): string {
  const told = new Set(facts.flatMap((fact) => factWords[fact](card, kit, facts)))
  return (told.size === 0 ? status(card, kit, facts) : [...told]).join(' ')
}
