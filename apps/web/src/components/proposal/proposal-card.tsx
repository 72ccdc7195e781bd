import type { Fact, Proposal, ToolResult } from '@marketplace-agent/api-client'
import { ArrowRight, CircleCheck, CircleSlash } from 'lucide-react'
import { useRef } from 'react'
import { describeError, problemOf } from '../../lib/describe-error.ts'
import { useFormats } from '../../lib/formats.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { type Decision, useSettleProposal } from './use-settle-proposal.ts'

/** `open` waits for a yes or no; of the others it is known how they ended, or only that they did. */
export type ProposalFate = 'open' | 'confirmed' | 'dropped' | 'closed'

interface ProposalCardProps {
  proposal: Proposal
  fate: ProposalFate
  /** What it says in words, and what came of it, is said beside it already. */
  quiet?: boolean
  onSettled?: (result: ToolResult, decision: Decision) => void
}

/** What would be changed, what it brings or costs and until when, with Confirm and Cancel. */
export function ProposalCard({ proposal, fate, quiet = false, onSettled }: ProposalCardProps) {
  const { money, time } = useFormats()
  // The amount stands out; the change that names it need not say it twice.
  const brought = proposal.after.find(({ text }) => proposal.amount !== null && text === money(proposal.amount))
  const card = useRef<HTMLElement>(null)
  const settle = useSettleProposal(proposal.id)
  const press = (decision: Decision) =>
    settle.mutate(decision, {
      onSuccess: (result) => {
        // The buttons are gone; the focus stays with what they did.
        card.current?.focus()
        onSettled?.(result, decision)
      },
    })
  const settled = settle.isSuccess ? (settle.variables === 'confirm' ? 'confirmed' : 'dropped') : fate
  return (
    <section
      ref={card}
      tabIndex={-1}
      aria-label="Proposal"
      className="grid gap-3.5 rounded-lg border-2 border-accent/60 bg-surface p-4 data-[settled=true]:border-line"
      data-settled={settled !== 'open'}
    >
      <div className="flex flex-wrap items-start justify-between gap-2">
        <h3 className="min-w-0 font-semibold">{settled === 'open' ? 'Shall we do this?' : 'Proposal'}</h3>
        <FateBadge fate={settled} />
      </div>
      {!quiet && <p>{proposal.summary}</p>}
      <Changes facts={proposal.after.filter((fact) => fact !== brought)} before={proposal.before} />
      {proposal.amount !== null && (
        <p className="flex items-baseline justify-between gap-4 border-t border-line pt-3 font-semibold">
          {brought?.label ?? 'Amount'} <span className="numeric text-xl">{money(proposal.amount)}</span>
        </p>
      )}
      {settled === 'open' && (
        <>
          <div className="flex flex-wrap gap-2">
            <Button
              look="primary"
              className="grow"
              busy={settle.isPending && settle.variables === 'confirm'}
              disabled={settle.isPending}
              onClick={() => press('confirm')}
            >
              Confirm
            </Button>
            <Button
              className="grow"
              busy={settle.isPending && settle.variables === 'drop'}
              disabled={settle.isPending}
              onClick={() => press('drop')}
            >
              Cancel
            </Button>
          </div>
          <p className="text-sm text-muted">
            Nothing is changed until you confirm. You can until{' '}
            <time dateTime={proposal.expires}>{time(proposal.expires)}</time>.
          </p>
        </>
      )}
      {settle.isError && (
        <Notice tone="danger" role="alert">
          {problemOf(settle.error)?.status === 404
            ? 'This proposal can not be confirmed any more: its time is over, or another one has taken its place. Nothing was changed; ask for it again.'
            : describeError(settle.error).detail}
        </Notice>
      )}
      {settle.isSuccess && !quiet && (
        <Notice tone={settle.variables === 'confirm' ? 'positive' : 'info'} role="status">
          {settle.data.message}
        </Notice>
      )}
    </section>
  )
}

function FateBadge({ fate }: { fate: ProposalFate }) {
  switch (fate) {
    case 'open':
      return null
    case 'confirmed':
      return (
        <Badge tone="positive" icon={<CircleCheck aria-hidden />}>
          Confirmed
        </Badge>
      )
    case 'dropped':
      return <Badge icon={<CircleSlash aria-hidden />}>Cancelled</Badge>
    case 'closed':
      return <Badge>No longer open</Badge>
  }
}

/** What is so now and what will be so then, by name. */
function Changes({ facts, before }: { facts: readonly Fact[]; before: readonly Fact[] }) {
  const earlier = new Map(before.map(({ label, text }) => [label, text]))
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 text-sm">
      {facts.map(({ label, text }) => (
        <div key={label} className="col-span-2 grid grid-cols-subgrid">
          <dt className="text-muted">{label}</dt>
          <dd className="flex min-w-0 flex-wrap items-center gap-x-2 font-medium wrap-break-word">
            {earlier.has(label) && (
              <>
                <VisuallyHidden>from </VisuallyHidden>
                <span className="font-normal text-muted">{earlier.get(label)}</span>
                <ArrowRight aria-hidden className="size-3.5 text-muted" />
                <VisuallyHidden> to </VisuallyHidden>
              </>
            )}
            <span className="min-w-0">{text}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
