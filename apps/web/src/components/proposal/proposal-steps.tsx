import type { Problem, Proposal, ToolResult } from '@marketplace-agent/api-client'
import type { UseMutationResult } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { ProofPanel } from '../proof/proof-panel.tsx'
import { RefusalView } from '../refusal/refusal-view.tsx'
import { Arrived } from '../ui/arrived.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorPanel } from '../ui/error-panel.tsx'
import { Notice } from '../ui/notice.tsx'
import { ProposalCard } from './proposal-card.tsx'
import { proposingOf } from './proposing.ts'
import type { Decision } from './use-settle-proposal.ts'
import { useSettlement } from './use-settlement.ts'

interface ProposalStepsProps<Wish> {
  /** The mutation that asks for the change. */
  asking: UseMutationResult<ToolResult, Problem, Wish>
  /** The order that it is about, for the proof. */
  number?: string
  /** Ways on from a refusal. */
  instead: ReactNode
  /** Ways on after Cancel was pressed. */
  dropped?: ReactNode
  /** What was done, where it was confirmed: here, in the chat or in another tab. */
  children: (result: ToolResult) => ReactNode
}

/**
 * What comes of asking for a change, up to its end: the proposal with Confirm and Cancel, another one that waits for a yes or
 * no first, the proof where it is needed (and on by itself from there), a refusal with what is possible instead, a failure.
 */
export function ProposalSteps<Wish>({ asking, number, instead, dropped, children }: ProposalStepsProps<Wish>) {
  const [said, setSaid] = useState<string | null>(null)
  const proposing = proposingOf(asking)
  const again = () => {
    if (asking.variables !== undefined) asking.mutate(asking.variables)
  }
  switch (proposing.step) {
    case 'idle':
      return (
        said !== null && (
          <>
            <Notice role="status">{said}</Notice>
            {dropped}
          </>
        )
      )
    case 'busy':
      return null
    case 'proposed':
      return (
        <ProposedChange
          key={proposing.proposal.id}
          proposal={proposing.proposal}
          waiting={proposing.waiting}
          onAgain={again}
          onDropped={(message) => {
            setSaid(message)
            asking.reset()
          }}
        >
          {children}
        </ProposedChange>
      )
    case 'refused':
      return (
        <Arrived label="Not possible">
          <RefusalView card={proposing.card} message={proposing.message} actions={instead} />
        </Arrived>
      )
    case 'unproved':
      return (
        <Arrived label="Proof">
          <ProofPanel
            error={proposing.error}
            {...(number !== undefined && { number })}
            lead="Before this is done we have to be sure that it is yours."
            onProved={again}
          />
        </Arrived>
      )
    case 'failed':
      return <ErrorPanel error={proposing.error} onRetry={again} />
  }
}

interface ProposedChangeProps {
  proposal: Proposal
  waiting: boolean
  onAgain: () => void
  onDropped: (message: string) => void
  children: (result: ToolResult) => ReactNode
}

function ProposedChange({ proposal, waiting, onAgain, onDropped, children }: ProposedChangeProps) {
  const elsewhere = useSettlement(proposal)
  const [confirmed, setConfirmed] = useState<ToolResult | null>(null)
  const result = confirmed ?? elsewhere.result
  if (result !== null) {
    return (
      <Arrived label="Done" key="done">
        {children(result)}
        {waiting && (
          <Button className="justify-self-start" onClick={onAgain}>
            Go on with what you asked for
          </Button>
        )}
      </Arrived>
    )
  }
  const settle = (outcome: ToolResult, decision: Decision) => {
    if (decision === 'confirm') setConfirmed(outcome)
    else if (waiting) onAgain()
    else onDropped(outcome.message)
  }
  const over = elsewhere.fate === 'closed' || elsewhere.fate === 'dropped'
  return (
    <Arrived label="Proposal">
      {waiting && !over && (
        <Notice tone="caution" role="status">
          Something else still waits for your yes or no. Decide on it first; what you asked for now comes after it.
        </Notice>
      )}
      <ProposalCard proposal={proposal} fate={elsewhere.fate} onSettled={settle} />
      {over && (
        <Notice tone="caution" role="status">
          {elsewhere.fate === 'dropped'
            ? 'It was cancelled elsewhere. Nothing was changed.'
            : 'It can not be confirmed any more: its time is over, or it was settled elsewhere.'}{' '}
          <Button size="small" className="mt-2 flex" onClick={onAgain}>
            Ask for it again
          </Button>
        </Notice>
      )}
    </Arrived>
  )
}
