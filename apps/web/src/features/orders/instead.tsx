import { Button } from '../../components/ui/button.tsx'
import { ButtonLink } from '../../components/ui/button-link.tsx'
import { useAssistant } from '../../lib/assistant.ts'

/** Ways on from what can't be done to an order. */
export function Instead({ number, onClose }: { number: string; onClose: () => void }) {
  const { ask } = useAssistant()
  return (
    <>
      <ButtonLink to="/refunds" search={{ order: number }}>
        See what can be returned
      </ButtonLink>
      <ButtonLink to="/complaints" search={{ order: number }}>
        Make a complaint
      </ButtonLink>
      <Button
        look="quiet"
        onClick={() => {
          onClose()
          ask(`About my order ${number}: `)
        }}
      >
        Ask us
      </Button>
    </>
  )
}
