import { type ShopSettings, policyFaults } from '@marketplace-agent/domain'
import { type Note, didYouMean, listed } from './fault.ts'

/** That the policies which the rules of returns, cancelling, delivery and complaints read can be read by them. */
export function checkPolicies(settings: ShopSettings, note: Note) {
  for (const { field, value, wanted, known } of policyFaults(settings)) {
    const others = known === null ? '' : `${didYouMean(String(value), known)}; there are ${listed(known)}`
    note(`policies.${field}`, `${JSON.stringify(value)} is not ${wanted}${others}`)
  }
}
