import type { Card } from '@marketplace-agent/domain'
import type { SearchInput } from '../../tools/search-input.ts'
import type { Done, Made, Request } from '../request.ts'
import type { Asked, Conversation, Exchange, Focus, OpenQuestion } from './conversation.ts'
import { mostExchanges } from './conversation.ts'
import { idsOf } from './filling.ts'
import { asksWhich, saysTheMost } from './follow-up-words.en.ts'
import { topicOfFact, topicOfTool } from './topics.en.ts'

/** Most products kept of those talked about one after the other. */
const mostRecent = 8

/** The focus when products are talked about. */
function talkAbout(focus: Focus, products: readonly number[]): Focus {
  const recent = [...products, ...focus.recent.filter((id) => !products.includes(id))].slice(0, mostRecent)
  return { ...focus, products, recent }
}

function nowListed(focus: Focus, list: readonly number[], search: Focus['search']): Focus {
  return list.length === 1
    ? { ...talkAbout(focus, list), list, search }
    : { ...focus, products: [], recent: [], list, search }
}

const ofGoods = new Set<Card['kind']>(['product', 'products', 'comparison', 'related', 'fit', 'stock'])

/** What is talked about after a card was shown. Goods take the place of orders that were listed. */
const focusAfter = (focus: Focus, card: Card, input: Made['input']): Focus =>
  focusAfterCard(ofGoods.has(card.kind) ? { ...focus, orders: [] } : focus, card, input)

/** The products of the items that a call named. */
const itemsIn = ({ items }: Made['input']): readonly number[] =>
  Array.isArray(items) ? items.flatMap(({ product_id: id }) => (typeof id === 'number' ? [id] : [])) : []

function focusAfterCard(focus: Focus, card: Card, input: Made['input']): Focus {
  switch (card.kind) {
    case 'order':
    case 'order_details':
      return { ...focus, order: card.number }
    case 'return_options':
      return { ...focus, order: card.order_number }
    case 'refusal': {
      const refused = itemsIn(input)
      return refused.length === 0 ? focus : talkAbout(focus, refused)
    }
    case 'orders': {
      const [one] = card.orders
      // Those chosen from a list leave it as it is.
      const chosen =
        focus.orders.length > 0 &&
        card.orders.every(({ number }) => focus.orders.some((each) => each.number === number))
      return {
        ...focus,
        ...(!chosen && { orders: card.orders }),
        ...(card.orders.length === 1 && one !== undefined && { order: one.number }),
      }
    }
    case 'product':
      return talkAbout(focus, [card.product.id])
    case 'products': {
      const shown = card.items.map(({ id }) => id)
      const { offset: _offset, limit: _limit, ...asked } = input as SearchInput
      const { q: _q, ...unheard } = asked
      const search = {
        input: card.ignored === undefined ? asked : unheard,
        total: card.total,
        shown: card.offset + shown.length,
      }
      // Nothing found: what was on the table stays there; where a search can go on from is this one.
      return shown.length === 0 ? { ...focus, search } : nowListed(focus, shown, search)
    }
    case 'comparison': {
      const compared = card.products.map(({ id }) => id)
      // Those compared may be some of a list; places in it stay what they were.
      const listed = compared.every((id) => focus.list.includes(id))
      return { ...talkAbout(focus, compared), ...(!listed && { list: compared }) }
    }
    case 'related': {
      const list = card.items.map(({ product }) => product.id)
      const about = talkAbout(focus, [card.product.id])
      if (list.length === 0) return about
      // "Which tamper fits it?", and there is one: "what does it cost?" is of that.
      const only = list.length === 1 ? talkAbout(about, list) : { ...about, recent: [card.product.id] }
      return { ...only, list, search: null }
    }
    case 'fit':
      return talkAbout(
        focus,
        card.products.map(({ id }) => id),
      )
    case 'stock':
      return talkAbout(
        focus,
        card.items.map(({ id }) => id),
      )
    default:
      return focus
  }
}

/** What is talked about after a clause was said, before anything is looked up: what it names counts. */
export function focusWith(focus: Focus, { entities }: Request['clause']): Focus {
  const products = idsOf(entities, 'product').map(Number)
  const [order] = entities.orders
  return { ...(products.length > 0 ? talkAbout(focus, products) : focus), ...(order !== undefined && { order }) }
}

const productsOf = (card: Card | null): number[] =>
  card?.kind === 'product'
    ? [card.product.id]
    : card?.kind === 'comparison' || card?.kind === 'fit'
      ? card.products.map(({ id }) => id)
      : card?.kind === 'stock'
        ? card.items.map(({ id }) => id)
        : card?.kind === 'related'
          ? [card.product.id]
          : []

/** "Which is the cheapest of those?": the one that was named first is talked about. */
function withTheMost(focus: Focus, { clause: { text } }: Request, shown: readonly Done[]): Focus {
  const picked = shown.find(({ call, result }) => result.data?.kind === 'products' && call.input['sort'] !== undefined)
  const [first] = picked?.result.data?.kind === 'products' ? picked.result.data.items : []
  const one = (asksWhich(text) || saysTheMost(text)) && !/\b(?:ones|are)\b/i.test(text)
  return first === undefined || !one ? focus : talkAbout(focus, [first.id])
}

/** Focus and products after one request was answered: what its cards show, else what it named. */
function afterRequest(before: Focus, request: Request, mine: readonly Done[]): { focus: Focus; products: number[] } {
  const shown = mine.filter(({ result }) => result.data !== null)
  const after = shown.reduce(
    (focus, { call, result }) => (result.data === null ? focus : focusAfter(focus, result.data, call.input)),
    before,
  )
  const products = [...new Set(shown.flatMap(({ result }) => productsOf(result.data)))]
  if (products.length === 0) {
    return shown.some(({ result }) => result.data?.kind === 'products')
      ? { focus: withTheMost(after, request, shown), products }
      : { focus: focusWith(after, request.clause), products: idsOf(request.clause.entities, 'product').map(Number) }
  }
  const related = shown.some(({ result }) => result.data?.kind === 'related')
  return { focus: related ? after : talkAbout(after, products), products }
}

/** A turn as it is remembered. `done`: the results that counted. `repeatable`: whether a tool only reads. */
export interface Turn {
  readonly exchange: Exchange
  readonly requests: readonly Request[]
  readonly done: readonly Done[]
  readonly question: OpenQuestion | null
  readonly repeatable?: (tool: string) => boolean
  /** What was shown where no request of the message asked for it: a form or a button did. */
  readonly cards?: readonly Card[]
}

/** The subject of the documents or of what was done, for a question that leaves it open; products have none. */
function topicAfter(before: string | null, done: readonly Done[]): string | null {
  const told = done.filter(({ call, result }) => call.role !== 'lookup' && result.outcome === 'ok')
  if (told.length === 0) return before
  const facts = told.flatMap(({ result: { data } }) => (data?.kind === 'product' ? data.asked : []))
  const topics = told.flatMap(({ call, result: { data } }) =>
    data?.kind === 'passages' ? (data.passages[0]?.section ?? []) : (topicOfTool[call.tool] ?? []),
  )
  const [ofFact] = facts.flatMap(({ id }) => topicOfFact[id] ?? [])
  return (ofFact ?? topics.at(-1))?.slice(0, longestTopic) ?? null
}

const longestTopic = 200

/** What is talked about after a turn. */
function focusAfterTurn(focus: Focus, turn: Omit<Turn, 'exchange' | 'question'>): Focus {
  const { requests, done, repeatable = () => true, cards = [] } = turn
  if (requests.length === 0) return cards.reduce((before, card) => focusAfter(before, card, {}), focus)
  let after = focus
  const asked: Asked[] = []
  for (const [index, request] of requests.entries()) {
    const mine = done.filter(({ call }) => call.request === index)
    const answered = afterRequest(after, request, mine)
    after = answered.focus
    if (mine.length === 0) continue
    const { clause, task, intent } = request
    asked.push({
      clause: { ...clause, tasks: [], intents: [] },
      task,
      intent,
      products: answered.products,
      made: mine
        .filter(({ call, result }) => repeatable(call.tool) && call.role !== 'lookup' && result.outcome !== 'refused')
        .map(({ call: { tool, input, role } }) => ({ tool, input, role })),
    })
  }
  const topic = topicAfter(focus.topic, done)
  return { ...after, topic, ...(asked.length > 0 && { asked }) }
}

/** The conversation after a turn. */
export function remember(conversation: Conversation, turn: Turn): Conversation {
  return {
    ...conversation,
    turns: conversation.turns + 1,
    exchanges: [...conversation.exchanges, turn.exchange].slice(-mostExchanges),
    focus: focusAfterTurn(conversation.focus, turn),
    question: turn.question,
  }
}
