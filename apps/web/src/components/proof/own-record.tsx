import type { Problem } from '@marketplace-agent/api-client'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useIdentityState } from '../../lib/identity/identity-context.ts'
import { ErrorPanel } from '../ui/error-panel.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { needsProof } from './needs-proof.ts'
import { ProofPanel } from './proof-panel.tsx'

interface OwnRecordProps<Answer> {
  number: string
  query: Pick<UseQueryResult<Answer, Problem>, 'data' | 'error' | 'refetch'>
  /** Why a proof is asked for. */
  lead: string
  title: string
  aside: ReactNode
  children: (answer: Answer) => ReactNode
}

/** A record that is for its customer only: asks for the proof first, then shows what came. */
export function OwnRecord<Answer>({ number, query, lead, title, aside, children }: OwnRecordProps<Answer>) {
  const { proof } = useIdentityState()
  const { data, error, refetch } = query
  if (proof === null || needsProof(error) !== null) return <ProofPanel number={number} error={error} lead={lead} />
  return (
    <SectionCard title={title} aside={aside}>
      {error !== null ? (
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <SkeletonLines lines={4} />
      ) : (
        children(data)
      )}
    </SectionCard>
  )
}
