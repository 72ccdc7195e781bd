import { Button } from '../../components/ui/button.tsx'
import { ButtonLink } from '../../components/ui/button-link.tsx'
import { useAssistant } from '../../lib/assistant.ts'

/** Ways on from a refund that isn't possible. */
export function Instead({ number }: { number: string }) {
  const { ask } = useAssistant()
  return (
    <>
      <ButtonLink to="/complaints" search={{ order: number }}>
        Make a complaint
      </ButtonLink>
      <ButtonLink to="/orders/$orderNumber" params={{ orderNumber: number }}>
        See the order
      </ButtonLink>
      <Button look="quiet" onClick={() => ask(`About returning order ${number}: `)}>
        Ask us
      </Button>
    </>
  )
}
