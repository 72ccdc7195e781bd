import type { ToolResult } from '@marketplace-agent/api-client'
import { getReturnOptionsOptions, startRefundMutation } from '@marketplace-agent/api-client/react-query'
import { useQuery } from '@tanstack/react-query'
import { OrderLink } from '../../components/order/order-link.tsx'
import { needsProof } from '../../components/proof/needs-proof.ts'
import { ProofPanel } from '../../components/proof/proof-panel.tsx'
import { ProposalSteps } from '../../components/proposal/proposal-steps.tsx'
import { proposingOf } from '../../components/proposal/proposing.ts'
import { RefusalView } from '../../components/refusal/refusal-view.tsx'
import { ButtonLink } from '../../components/ui/button-link.tsx'
import { ErrorPanel } from '../../components/ui/error-panel.tsx'
import { NumberToKeep } from '../../components/ui/number-to-keep.tsx'
import { SectionCard } from '../../components/ui/section-card.tsx'
import { SkeletonLines } from '../../components/ui/skeleton.tsx'
import { problemOf } from '../../lib/describe-error.ts'
import { useIdentityState } from '../../lib/identity/identity-context.ts'
import { useShop } from '../../lib/shop.ts'
import { useSingleMutation } from '../../lib/use-single-mutation.ts'
import { readNumber } from '../../lib/shop-number.ts'
import { Instead } from './instead.tsx'
import { ReturnForm } from './return-form.tsx'

/** What of an order can go back; asked for, confirmed and done in this place. */
export function ReturnOrder({ typed }: { typed: string }) {
  const { number_patterns: patterns } = useShop()
  const number = readNumber(typed, patterns, ['order'])?.number ?? typed
  const { proof } = useIdentityState()
  const options = useQuery({ ...getReturnOptionsOptions({ path: { order_number: number } }), enabled: proof !== null })
  const asking = useSingleMutation(startRefundMutation())
  const proposing = proposingOf(asking)
  const problem = problemOf(options.error)
  const refusal = problem?.tool_result?.data
  const card = options.data?.data
  const asked = proposing.step === 'proposed'

  if (!asked && (proof === null || needsProof(problem) !== null)) {
    return (
      <ProofPanel
        number={number}
        error={options.error}
        lead={`What of order ${number} can go back, and for how much, is for its customer only.`}
      />
    )
  }
  return (
    <SectionCard
      title="Return something"
      aside={
        <span className="text-sm text-muted">
          Order <OrderLink number={number} />
        </span>
      }
    >
      {asked ? null : refusal?.kind === 'refusal' ? (
        <RefusalView card={refusal} message={problem?.detail ?? ''} actions={<Instead number={number} />} />
      ) : options.isError ? (
        <ErrorPanel
          error={options.error}
          onRetry={() => void options.refetch()}
          actions={
            <ButtonLink to="/refunds" search={{}}>
              Another order
            </ButtonLink>
          }
        />
      ) : card == null ? (
        <SkeletonLines lines={5} />
      ) : (
        <ReturnForm card={card} busy={asking.isPending} onAsk={(wish) => asking.mutate({ body: wish })} />
      )}
      <ProposalSteps asking={asking} number={number} instead={<Instead number={number} />}>
        {(result) => <RefundDone result={result} />}
      </ProposalSteps>
    </SectionCard>
  )
}

function RefundDone({ result }: { result: ToolResult }) {
  const refunds = result.data?.kind === 'refunds' ? result.data.refunds : []
  return (
    <>
      {refunds.map(({ number }) => (
        <NumberToKeep key={number} label="The number of your refund" number={number} />
      ))}
      <p role="status">{result.message}</p>
      <div className="flex flex-wrap gap-2">
        {refunds.slice(0, 1).map(({ order_number: orderNumber }) => (
          <ButtonLink key={orderNumber} to="/orders/$orderNumber" params={{ orderNumber }}>
            See the order
          </ButtonLink>
        ))}
        <ButtonLink to="/refunds" search={{}} look="quiet">
          Return something else
        </ButtonLink>
      </div>
    </>
  )
}
