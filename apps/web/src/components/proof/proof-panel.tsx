import { lazy, Suspense } from 'react'
import { useIdentityState } from '../../lib/identity/identity-context.ts'
import { Card } from '../ui/card.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { Notice } from '../ui/notice.tsx'
import { needsProof } from './needs-proof.ts'

// Its validation is not needed before somebody is asked.
const ProofForm = lazy(async () => ({ default: (await import('./proof-form.tsx')).ProofForm }))

interface ProofPanelProps {
  /** What was refused, if it was tried. */
  error?: unknown
  number?: string
  lead?: string
  onProved?: (number: string) => void
}

/** The proof form on a page, and why it is asked for again where something else was proved before. */
export function ProofPanel({ error, ...form }: ProofPanelProps) {
  const { proof } = useIdentityState()
  return (
    <Card className="grid max-w-xl gap-4 p-5">
      {needsProof(error) === 'other' && typeof proof === 'string' && (
        <Notice tone="caution" role="status">
          What you have proved so far, {proof}, does not open this. Give the e-mail address that belongs to it.
        </Notice>
      )}
      <Suspense fallback={<SkeletonLines lines={6} />}>
        <ProofForm key={form.number} {...form} />
      </Suspense>
    </Card>
  )
}
