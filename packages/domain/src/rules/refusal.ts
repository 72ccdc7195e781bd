import type { Alternative, Refusal } from './verdict.ts'

/**
 * Every rule that can refuse, with what a customer would ask the policy documents about it; `{name}` is one of its
 * values. null: a matter of fact, on which no policy has a word.
 */
const policyTopics = {
  cancelled: 'when is the money of a cancelled order free again',
  not_delivered: 'how do I return something',
  no_returns: 'can I return an item',
  not_in_order: null,
  nothing_wanted: null,
  more_than_bought: null,
  already_refunded: 'when do I get my money back',
  excluded_category: '{category} can not be returned',
  return_window: 'how long can I return an item',
  nothing_paid: null,
  costs_exceed: 'what does a return cost',
  already_cancelled: 'when is the money of a cancelled order free again',
  already_shipped: 'can I cancel an order that has shipped',
  cancellation_window: 'until when can I cancel my order',
  delivery_area: 'which countries do you deliver to',
  same_country: 'can I change the delivery address to another country',
  po_box: 'do you deliver to PO boxes',
  same_address: null,
  already_complained: 'how fast is a complaint answered',
  not_shipped: 'complaint about a damaged item',
} as const

export type RefusalRule = keyof typeof policyTopics

/** `topic`: where the rule means something else in this place than its usual topic. */
export const refuse = <Rule extends RefusalRule>(
  rule: Rule,
  values: Refusal['values'],
  alternatives: readonly Alternative[],
  topic: string | null = policyTopics[rule],
): Refusal<Rule> => {
  const policyTopic = topic?.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? '')) ?? null
  return { allowed: false, rule, values, alternatives, policyTopic }
}
