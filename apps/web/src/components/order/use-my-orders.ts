import { listOrdersOptions } from '@marketplace-agent/api-client/react-query'
import { useQuery } from '@tanstack/react-query'
import { useIdentityState } from '../../lib/identity/identity-context.ts'

/** The customer's orders; not asked for while it is known that nothing was proved. */
export function useMyOrders() {
  const { proof } = useIdentityState()
  return useQuery({ ...listOrdersOptions(), enabled: proof !== null })
}
