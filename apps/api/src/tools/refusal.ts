import type { CallContext, OrderRecord, Refusal } from '@marketplace-agent/domain'
import type { Otherwise, ToolPorts } from './define-tool.ts'
import { alternativeWords } from './refusal.en.ts'
import { sourceOf } from './source.ts'

/** What a rule refused, with the policy's own sentence about it and what is possible instead. `extra`: further values for the words. */
export async function refuse(
  refusal: Refusal,
  record: OrderRecord,
  ports: ToolPorts,
  context: CallContext,
  extra: Readonly<Record<string, string>> = {},
): Promise<Otherwise> {
  const { policyTopic } = refusal
  const found =
    policyTopic === null
      ? []
      : await ports.retriever.retrieve(policyTopic, { filter: { kinds: ['policy', 'faq'] }, limit: 1 }, context)
  const passages = found.map(sourceOf)
  const product = ports.shop.catalog.get(Number(refusal.values['product_id']))
  const refund = record.refunds.find(({ number }) => number === refusal.values['refund'])
  const values: Record<string, string> = {
    ...(product !== undefined && { product: product.name }),
    ...(refund !== undefined && { refund_amount: String(refund.amount) }),
    ...extra,
    ...Object.fromEntries(Object.entries(refusal.values).map(([name, value]) => [name, String(value)])),
  }
  const quote = passages[0]?.quote
  return {
    outcome: 'refused',
    reason: refusal.rule,
    values: { ...values, ...(quote !== undefined && { quote }), alternatives: refusal.alternatives.join(' ') },
    data: {
      kind: 'refusal',
      rule: refusal.rule,
      facts: Object.entries(values).map(([label, text]) => ({ label, text })),
      alternatives: refusal.alternatives.map((each) => alternativeWords[each]),
      passages,
    },
  }
}
