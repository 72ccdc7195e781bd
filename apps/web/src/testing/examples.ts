import type {
  ChatAnswer,
  ConversationExchange,
  ConversationView,
  Proposal,
  ToolResult,
} from '@marketplace-agent/api-client'
import type { Shop } from '../lib/shop.ts'

export const shopExample: Shop = {
  name: 'Acme',
  greeting: 'Hello!',
  currency: 'USD',
  locale: 'en-US',
  english_locale: 'en-US',
  time_zone: 'America/New_York',
  contact: { email: 'help@acme.example' },
  number_patterns: { order: 'A-####', tracking: 'T-####', complaint: 'C-####', refund: 'R-####' },
}

export const proposalExample: Proposal = {
  id: 'p-1',
  tool: 'start_refund',
  order_number: 'A-1002',
  summary: 'I would ask for $129.50 back for the drill.',
  before: [{ label: 'Refund', text: 'none' }],
  after: [
    { label: 'Refund', text: 'requested' },
    { label: 'You get back', text: '$129.50' },
  ],
  amount: 129.5,
  expires: '2026-02-05T17:10:00Z',
}

export const resultExample: ToolResult = {
  tool: 'order_status',
  outcome: 'ok',
  data: null,
  message: 'It is on its way.',
}

export const answerExample = (answer: Partial<ChatAnswer> = {}): ChatAnswer => ({
  response: 'It is on its way.',
  session_id: 's_1',
  intent: 'order_status',
  intents: [],
  sources: [],
  tool_results: [],
  suggestions: [],
  degraded: [],
  ...answer,
})

/** The exchange that was made so many minutes after noon. */
export const exchangeExample = (
  minute: number,
  message: string,
  answer: Partial<ChatAnswer> = {},
): ConversationExchange => ({
  at: `2026-02-05T12:${String(minute).padStart(2, '0')}:00.000Z`,
  message,
  answer: answerExample(answer),
})

export const conversationExample = (view: Partial<ConversationView> = {}): ConversationView => ({
  session_id: 's_1',
  turns: view.exchanges?.length ?? 0,
  exchanges: [],
  summary: '',
  proposal: null,
  proof: null,
  ...view,
})

/** As the generated client throws it. */
export const problemExample = (status: number, code: string, detail = 'It failed.'): unknown => ({
  type: 'about:blank',
  title: 'Problem',
  status,
  code,
  detail,
})
