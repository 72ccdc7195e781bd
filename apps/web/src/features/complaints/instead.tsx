import { Button } from '../../components/ui/button.tsx'
import { ButtonLink } from '../../components/ui/button-link.tsx'
import { useAssistant } from '../../lib/assistant.ts'

/** Ways on from a complaint that isn't possible. */
export function Instead({ number }: { number: string }) {
  const { ask } = useAssistant()
  return (
    <>
      <ButtonLink to="/refunds" search={{ order: number }}>
        See what can be returned
      </ButtonLink>
      <ButtonLink to="/orders/$orderNumber" params={{ orderNumber: number }}>
        See the order
      </ButtonLink>
      <Button look="quiet" onClick={() => ask(`About a complaint on order ${number}: `)}>
        Ask us
      </Button>
    </>
  )
}
