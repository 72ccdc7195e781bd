import { cancelOrderMutation } from '@marketplace-agent/api-client/react-query'
import { useEffect, useRef } from 'react'
import { ProposalSteps } from '../../components/proposal/proposal-steps.tsx'
import { Button } from '../../components/ui/button.tsx'
import { Dialog } from '../../components/ui/dialog.tsx'
import { SkeletonLines } from '../../components/ui/skeleton.tsx'
import { useSingleMutation } from '../../lib/use-single-mutation.ts'
import { ChangeDone } from './change-done.tsx'
import { Instead } from './instead.tsx'

interface CancellationDialogProps {
  number: string
  onClose: () => void
}

/** Asks at once what cancelling would bring, or why it can't be; nothing is changed by that. */
export function CancellationDialog({ number, onClose }: CancellationDialogProps) {
  const asking = useSingleMutation(cancelOrderMutation())
  const { mutate } = asking
  const asked = useRef(false)
  useEffect(() => {
    if (asked.current) return
    asked.current = true
    mutate({ path: { order_number: number } })
  }, [mutate, number])
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={`Cancel order ${number}`}>
      <div className="grid grid-cols-1 gap-4">
        {asking.isPending && <SkeletonLines lines={4} />}
        <ProposalSteps
          asking={asking}
          number={number}
          instead={<Instead number={number} onClose={onClose} />}
          dropped={
            <Button className="justify-self-start" onClick={onClose}>
              Back to the order
            </Button>
          }
        >
          {(result) => <ChangeDone result={result} onClose={onClose} />}
        </ProposalSteps>
      </div>
    </Dialog>
  )
}
