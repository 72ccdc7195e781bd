import { STATUS_CODES } from 'node:http'
import type {
  Card,
  ChatAnswer,
  ComplaintView,
  ConversationView,
  Edge,
  Problem,
  ProductSummary,
  ProofToken,
  Proposal,
  RefundView,
  Source,
  ToolResult,
} from '@marketplace-agent/domain'

const drill: ProductSummary = {
  id: 1,
  name: 'Acme Drill 18',
  brand: 'Acme',
  category: 'drills',
  category_name: 'Drills',
  price: 129.5,
  price_text: '$129.50',
  currency: 'USD',
  rating: 4.6,
  in_stock: true,
  quantity: 12,
  picture: '/pictures/drill-18.svg',
}
const battery: ProductSummary = {
  ...drill,
  id: 2,
  name: 'Acme Battery 4',
  category: 'batteries',
  category_name: 'Batteries',
  price: 49,
  price_text: '$49',
  picture: null,
}
const voltage = { id: 'voltage', label: 'Voltage', value: 18, text: '18 V' }

const fits: Edge = {
  kind: 'COMPATIBLE_WITH',
  from: 'product:2',
  to: 'product:1',
  because: 'Acme Battery 4 clicks into Acme Drill 18.',
  rule: 'battery',
  rests_on: [
    { product_id: 1, spec: 'voltage', value: 18 },
    { product_id: 2, spec: 'voltage', value: 18 },
  ],
}

const source: Source = {
  id: 'returns#2',
  document_id: 'returns',
  title: 'Returns',
  section: 'How to return something',
  kind: 'policy',
  quote: 'You can return an item within 30 days.',
  start: 412,
  end: 450,
}

const order = {
  number: 'A-1002',
  state: 'in_transit',
  customer: { name: 'Ann Example', email: 'ann@example.com' },
  address: { name: 'Ann Example', line1: '1 Main Street', city: 'Springfield', postal_code: '12345', country: 'US' },
  items: [{ product_id: 1, name: 'Acme Drill 18', quantity: 1, unit_price: 129.5 }],
  delivery_fee: 0,
  total: 129.5,
  placed_at: '2026-02-01T10:00:00Z',
  expected_date: '2026-02-06',
} as const

const refund: RefundView = {
  number: 'R-301',
  order_number: 'A-1002',
  state: 'requested',
  items: [{ product_id: 1, name: 'Acme Drill 18', quantity: 1 }],
  amount: 129.5,
  reason: '',
  created_date: '2026-02-05',
  updated_date: '2026-02-05',
}

const complaint: ComplaintView = {
  number: 'C-201',
  order_number: 'A-1002',
  state: 'open',
  reason: 'damaged',
  product: { id: 1, name: 'Acme Drill 18' },
  text: 'The case is cracked.',
  remedy: 'replacement',
  created_date: '2026-02-05',
  updated_date: '2026-02-05',
}

const proposal: Proposal = {
  id: '0b8f4c3e-6a52-4c1c-9a6e-1f0a5d1c7e11',
  tool: 'start_refund',
  summary: 'I would ask for the money back for Acme Drill 18 of order A-1002: $129.50.',
  order_number: 'A-1002',
  before: [{ label: 'Refund', text: 'none' }],
  after: [
    { label: 'Items', text: 'Acme Drill 18' },
    { label: 'Refund', text: '$129.50' },
    { label: 'State', text: 'requested' },
  ],
  amount: 129.5,
  expires: '2026-02-05T12:10:00Z',
}

/** One example of every kind of card, for the API's description. */
export const cardExamples: { readonly [Kind in Card['kind']]: Extract<Card, { kind: Kind }> } = {
  order: {
    kind: 'order',
    number: 'A-1002',
    state: 'in_transit',
    carrier: 'Swift Parcel',
    expected_date: '2026-02-06',
    items: [{ product_id: 1, name: 'Acme Drill 18', quantity: 1 }],
    events: [{ at: '2026-02-03T08:15:00Z', state: 'in_transit', note: 'Left the sorting centre' }],
  },
  products: {
    kind: 'products',
    total: 1,
    offset: 0,
    limit: 10,
    items: [{ ...drill, facts: [voltage] }],
    facets: {
      category: [{ value: 'drills', label: 'Drills', count: 1 }],
      brand: [{ value: 'Acme', label: 'Acme', count: 1 }],
      price: { min: 129.5, max: 129.5 },
      in_stock: 1,
    },
  },
  product: {
    kind: 'product',
    product: {
      ...drill,
      warranty_months: 24,
      warranty_text: '2 years',
      description: 'A drill for home and workshop.',
      specs: [voltage],
      released: '2025-09',
    },
    asked: [voltage],
  },
  comparison: {
    kind: 'comparison',
    products: [drill, battery],
    rows: [
      { id: 'price', label: 'Price', values: [129.5, 49], texts: ['$129.50', '$49'], differs: true, best: [1] },
      { id: 'voltage', label: 'Voltage', values: [18, 18], texts: ['18 V', '18 V'], differs: false, best: [] },
    ],
  },
  related: {
    kind: 'related',
    product: drill,
    items: [{ relation: 'accessory', product: battery, because: fits.because }],
  },
  fit: { kind: 'fit', fits: true, known: true, products: [battery, drill], reasons: [fits.because] },
  stock: { kind: 'stock', items: [drill] },
  passages: { kind: 'passages', passages: [source], relevance: 0.9 },
  document: {
    kind: 'document',
    id: 'returns',
    title: 'Returns',
    document_kind: 'policy',
    product_id: null,
    category: null,
    text: '## How to return something\n\nYou can return an item within 30 days.',
  },
  documents: {
    kind: 'documents',
    items: [{ id: 'returns', title: 'Returns', document_kind: 'policy', product_id: null, category: null }],
  },
  graph: {
    kind: 'graph',
    nodes: [
      { id: 'product:1', kind: 'product', label: 'Acme Drill 18', product_id: 1 },
      { id: 'product:2', kind: 'product', label: 'Acme Battery 4', product_id: 2 },
    ],
    edges: [fits],
    truncated: false,
  },
  categories: {
    kind: 'categories',
    categories: [{ value: 'drills', label: 'Drills', count: 1 }],
    brands: [{ value: 'Acme', label: 'Acme', count: 2 }],
  },
  shop: { kind: 'shop', name: 'Acme', email: 'help@acme.example', hours: 'Monday to Friday, 9 to 17' },
  order_record: {
    kind: 'order_record',
    order: { ...order, items: [...order.items] },
    deliveries: [],
    complaints: [],
    refunds: [],
  },
  orders: {
    kind: 'orders',
    orders: [
      {
        number: 'A-1002',
        state: 'in_transit',
        placed_date: '2026-02-01',
        expected_date: '2026-02-06',
        delivered_date: null,
        items: [{ product_id: 1, name: 'Acme Drill 18', quantity: 1 }],
        total: 129.5,
      },
    ],
  },
  order_details: {
    kind: 'order_details',
    number: 'A-1002',
    state: 'in_transit',
    customer: order.customer,
    address: order.address,
    items: [...order.items],
    delivery_fee: 0,
    discount: 0,
    total: 129.5,
    placed_date: '2026-02-01',
    expected_date: '2026-02-06',
    delivered_date: null,
    cancelled_date: null,
    carrier: 'Swift Parcel',
    tracking_number: 'SP-48120',
    events: [{ at: '2026-02-03T08:15:00Z', state: 'in_transit', note: 'Left the sorting centre' }],
    refunds: [],
    complaints: [],
    can: { cancel: false, change_address: false, refund: false },
  },
  return_options: {
    kind: 'return_options',
    order_number: 'A-1002',
    last_date: '2026-03-08',
    items: [
      {
        product_id: 1,
        name: 'Acme Drill 18',
        bought: 1,
        left: 1,
        allowed: true,
        rule: 'return_window',
        reason: null,
        amount: 129.5,
      },
    ],
    amount: 129.5,
  },
  refunds: { kind: 'refunds', refunds: [refund] },
  complaints: { kind: 'complaints', complaints: [complaint] },
  proposal: { kind: 'proposal', proposal },
  refusal: {
    kind: 'refusal',
    rule: 'return_window',
    facts: [{ label: 'last_day', text: '2026-01-20' }],
    alternatives: ['If something is wrong with it, the warranty still covers it: tell me what is wrong.'],
    passages: [source],
  },
  handover: {
    kind: 'handover',
    reference: 'H-7K2M-9QXD',
    email: 'help@acme.example',
    hours: 'Monday to Friday, 9 to 17',
  },
}

export const toolResultExample: ToolResult = {
  tool: 'start_refund',
  outcome: 'ok',
  data: cardExamples.refunds,
  message: 'Done: your refund R-301 of $129.50 for Acme Drill 18 of order A-1002 is requested.',
}

export const proofTokenExample: ProofToken = {
  token: 'eyJhbGciOiJIUzI1NiIsInR5cCI6InByb29mK2p3dCJ9.eyJzaWQiOiJzXzAifQ.c2lnbmF0dXJl',
  expires: '2026-02-05T12:15:00Z',
  session_id: 's_p3Vn0s5mQnS5tq3u7t2c0Ap3Vn0s5mQn',
  number: 'A-1002',
}

export const chatAnswerExample: ChatAnswer = {
  response: 'Order A-1002 has shipped and is in transit with Swift Parcel. It is expected on February 6, 2026.',
  session_id: 'p3Vn0s5mQnS5tq3u7t2c0A',
  intent: 'order_status',
  intents: [{ intent: 'order_status', score: 0.98 }],
  sources: [],
  tool_results: [
    {
      tool: 'order_status',
      outcome: 'ok',
      data: cardExamples.order,
      message: 'Order A-1002 has shipped and is in transit with Swift Parcel. It is expected on February 6, 2026.',
    },
  ],
  suggestions: ['What if my parcel is late?'],
  degraded: [],
}

/** An example of the problem of a status. */
export const problemExample = (status: number, code: string, detail: string): Problem => ({
  type: 'about:blank',
  title: STATUS_CODES[status] ?? 'Error',
  status,
  detail,
  request_id: '5b0f8a44-6a3a-4d36-8f3f-0c4f0a3f1e11',
  code,
  ...(code === 'invalid_input' && { errors: [{ pointer: '#/body/message', detail: 'is required' }] }),
})

export const conversationExample: ConversationView = {
  session_id: chatAnswerExample.session_id,
  turns: 1,
  exchanges: [{ at: '2026-02-05T12:00:00Z', message: 'Where is my order A-1002?', answer: chatAnswerExample }],
  summary: '',
  proposal: null,
  proof: null,
}

/** What a turn sends as it comes. */
export const streamExample = [
  `event: session\ndata: ${JSON.stringify({ session_id: chatAnswerExample.session_id })}`,
  `event: status\ndata: ${JSON.stringify({ tool: 'order_status', title: 'Order status', about: 'A-1002' })}`,
  `event: card\ndata: ${JSON.stringify(chatAnswerExample.tool_results[0])}`,
  `event: text\ndata: ${JSON.stringify({ text: chatAnswerExample.response })}`,
  `event: done\ndata: ${JSON.stringify(chatAnswerExample)}`,
]
  .map((event) => `${event}\n\n`)
  .join('')
