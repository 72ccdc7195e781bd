/** What a customer can do instead of what was refused. */
export type Alternative =
  | 'return_item'
  | 'exchange'
  | 'warranty_claim'
  | 'complaint'
  | 'cancel_order'
  | 'wait_for_delivery'
  | 'report_late'
  | 'send_back_after_delivery'
  | 'ask_carrier'
  | 'another_address'
  | 'contact'

/** A no, and all that its sentence needs. */
export interface Refusal<Rule extends string = string> {
  readonly allowed: false
  /** Names the rule, in the audit log and for the words. */
  readonly rule: Rule
  /** Fill the sentence: amounts in major units, days as `YYYY-MM-DD`, names as they were when bought. */
  readonly values: Readonly<Record<string, string | number>>
  /** What is open in the record's present state, the best first. */
  readonly alternatives: readonly Alternative[]
  /** Words to search the policy documents with, so that the shop's own terms can be quoted; null: none says a word of it. */
  readonly policyTopic: string | null
}

/** What a rule says: yes, with what was worked out, or no. */
export type Verdict<Allowed = object, Rule extends string = string> =
  | ({ readonly allowed: true; readonly rule: string } & Allowed)
  | Refusal<Rule>
