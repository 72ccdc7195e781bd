import type { Proposal } from '@marketplace-agent/api-client'
import { getConversationOptions } from '@marketplace-agent/api-client/react-query'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { conversationChanges } from '../../lib/conversation-changes.ts'
import { problemOf } from '../../lib/describe-error.ts'
import { useIdentityState } from '../../lib/identity/identity-context.ts'
import { type Settlement, settlementOf } from './settlement.ts'

/** How a proposal stands, as it is settled elsewhere: asked when the conversation goes on and when the page is looked at again. */
export function useSettlement(proposal: Proposal): Settlement {
  const { sessionId } = useIdentityState()
  const { data, error, isFetching, refetch } = useQuery({
    ...getConversationOptions({ path: { id: sessionId ?? '' } }),
    enabled: sessionId !== null,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })
  useEffect(() => conversationChanges.listen(() => void refetch()), [refetch])
  const [since, setSince] = useState<string | null>(null)
  if (since === null && data?.proposal?.id === proposal.id) setSince(data.exchanges.at(-1)?.at ?? '')
  // The conversation is forgotten, and what waited in it.
  if (sessionId === null || problemOf(error)?.status === 404) return { fate: 'closed', result: null }
  if (data === undefined) return { fate: 'open', result: null }
  // It was settled before it was looked at for the first time.
  if (since === null) return { fate: isFetching ? 'open' : 'closed', result: null }
  return settlementOf(proposal, data, since)
}
