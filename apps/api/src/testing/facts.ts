import type { Shop } from '@marketplace-agent/catalog'
import type { ChatAnswer, OrderState } from '@marketplace-agent/domain'

/** A question about a fact of a shop's data, and how its right answer is known. */
export interface Fact {
  readonly kind: 'price' | 'stock' | 'warranty' | 'spec' | 'order' | 'section'
  readonly question: string
  /** What is wrong with an answer; null: nothing. */
  readonly fault: (answer: ChatAnswer) => string | null
}

const wordings = {
  price: [
    'how much is the {name}?',
    'what does the {name} cost',
    '{name} price',
    'hi, could you tell me the price of the {name} please',
    "what's the price tag on the {name}?",
    'How expensive is the {name}?',
  ],
  stock: [
    'is the {name} in stock?',
    'do you have the {name} available',
    '{name} in stock',
    'How many of the {name} are left?',
    'is the {name} sold out?',
    'can you check the stock of the {name}',
  ],
  warranty: [
    'how long is the warranty on the {name}?',
    '{name} warranty',
    'what warranty does the {name} come with',
    'Tell me the warranty of the {name}',
    'is there a warranty for the {name}?',
  ],
  spec: [
    'what is the {label} of the {name}?',
    '{name} {label}',
    'tell me the {label} of the {name} please',
    "I'd like to know the {name}'s {label}",
    'can you give me the {label} for the {name}',
  ],
  order: [
    'where is my order {number}?',
    'status of {number}',
    'has {number} shipped yet',
    'hello, can you check order {number} for me please',
    "what's going on with {number}",
    'track {number}',
  ],
  section: [
    '{section}',
    'tell me about {section}',
    'I have a question: {section}',
    'what do I need to know about {section}?',
    'Hi, can you help me with {section}',
  ],
  question: [
    '{section}',
    'Hi! {section}',
    '{section} Thanks',
    'I was wondering, {section}',
    'quick question: {section}',
  ],
} as const satisfies Record<Fact['kind'] | 'question', readonly string[]>

const fill = (wording: string, values: Readonly<Record<string, string>>) =>
  wording.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '')

/** Words that each state of an order is told in. */
const stateWords: Record<OrderState, RegExp> = {
  processing: /in processing/,
  shipped: /shipped/,
  in_transit: /in transit/,
  out_for_delivery: /out for delivery/,
  delivered: /delivered/,
  cancelled: /cancelled/,
}

const says = (answer: ChatAnswer, text: string) => answer.response.toLowerCase().includes(text.toLowerCase())

/** Whether a result is about a product: its own card, or a list in which it is the only one. */
function isAbout({ tool_results }: ChatAnswer, id: number): boolean {
  return tool_results.some(({ data }) => {
    if (data?.kind === 'product') return data.product.id === id
    return data?.kind === 'stock' && data.items.length === 1 && data.items[0]?.id === id
  })
}

function productFact(kind: Fact['kind'], question: string, id: number, value: string): Fact {
  return {
    kind,
    question,
    fault: (answer) =>
      !isAbout(answer, id)
        ? `nothing about product ${id}: ${answer.tool_results.map((result) => `${result.tool} ${result.outcome}`).join(', ') || answer.intent}`
        : says(answer, value)
          ? null
          : `"${value}" is not said`,
  }
}

function productFacts({ catalog, format }: Shop): Fact[] {
  return catalog.all().flatMap((record) => {
    const { id, name, warranty_months, specs } = record
    const { in_stock, quantity, price_text } = catalog.summary(record)
    const of = (kind: 'price' | 'stock' | 'warranty', value: string) =>
      wordings[kind].map((wording) => productFact(kind, fill(wording, { name }), id, value))
    return [
      ...of('price', price_text),
      ...of('stock', in_stock ? format.number(quantity) : 'out of stock'),
      ...of('warranty', warranty_months === 0 ? 'without a warranty' : format.months(warranty_months)),
      ...Object.entries(specs).flatMap(([spec, value]) => {
        const definition = catalog.spec(spec)
        const label = (definition?.label ?? spec).toLowerCase()
        return wordings.spec.map((wording) =>
          productFact('spec', fill(wording, { name, label }), id, format.spec(definition, value)),
        )
      }),
    ]
  })
}

function orderFacts({ records }: Shop): Fact[] {
  return records.orders.flatMap(({ number, state }) =>
    wordings.order.map((wording): Fact => ({
      kind: 'order',
      question: fill(wording, { number }),
      fault: (answer) => {
        const card = answer.tool_results.find(({ data }) => data?.kind === 'order')?.data
        if (card?.kind !== 'order' || card.number !== number || card.state !== state)
          return 'not the order, or not its state'
        return stateWords[state].test(answer.response) ? null : `"${state}" is not said`
      },
    })),
  )
}

function sectionFacts({ documents, catalog }: Shop): Fact[] {
  const named = documents.flatMap((document) =>
    [...document.text.matchAll(/^#{2,3} +(.+)$/gm)].map(([, heading]) => ({ document, heading: heading as string })),
  )
  // A heading that several documents share names none of them; with its product's name it does.
  return named.flatMap(({ document, heading }) => {
    const product = document.product === undefined ? undefined : catalog.get(document.product)
    const section =
      product === undefined || catalog.link(heading).some(({ kind }) => kind === 'product')
        ? heading
        : `${heading} of the ${product.name}`
    const right = new Set(
      named
        .filter((other) => other.heading === heading && other.document.product === document.product)
        .map((other) => other.document.id),
    )
    const asked = heading.endsWith('?') ? wordings.question : wordings.section
    return asked.map((wording): Fact => ({
      kind: 'section',
      question: fill(wording, { section: section.charAt(0).toLowerCase() + section.slice(1) }),
      fault: ({ sources, intent }) =>
        sources.some((source) => right.has(source.document_id) && source.section === heading)
          ? null
          : `not from ${document.id}, ${heading}: ${sources.map((source) => `${source.document_id} ${source.section}`).join(', ') || `no source (${intent})`}`,
    }))
  })
}

/** Every fact of a shop's data, asked in five or more wordings a kind. */
export const factsOf = (shop: Shop): readonly Fact[] => [
  ...productFacts(shop),
  ...orderFacts(shop),
  ...sectionFacts(shop),
]

export interface FactReport {
  readonly asked: number
  readonly right: number
  readonly faults: readonly { readonly question: string; readonly fault: string }[]
}

/** Asks every fact; the report by kind. */
export async function askFacts(
  facts: readonly Fact[],
  chat: (message: string) => Promise<ChatAnswer>,
): Promise<ReadonlyMap<Fact['kind'], FactReport>> {
  const reports = new Map<
    Fact['kind'],
    { asked: number; right: number; faults: { question: string; fault: string }[] }
  >()
  for (const { kind, question, fault } of facts) {
    const report = reports.get(kind) ?? { asked: 0, right: 0, faults: [] }
    reports.set(kind, report)
    const found = fault(await chat(question))
    report.asked++
    if (found === null) report.right++
    else report.faults.push({ question, fault: found })
  }
  return reports
}
