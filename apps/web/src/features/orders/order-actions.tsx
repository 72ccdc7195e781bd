import type { OrderDetailsCard } from '@marketplace-agent/api-client'
import { MapPin, MessageCircleQuestion, MessageSquareWarning, RotateCcw, XCircle } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { Button } from '../../components/ui/button.tsx'
import { ButtonLink } from '../../components/ui/button-link.tsx'
import { SectionCard } from '../../components/ui/section-card.tsx'
import { VisuallyHidden } from '../../components/ui/visually-hidden.tsx'
import { useAssistant } from '../../lib/assistant.ts'

const CancellationDialog = lazy(async () => ({
  default: (await import('./cancellation-dialog.tsx')).CancellationDialog,
}))
const AddressDialog = lazy(async () => ({ default: (await import('./address-dialog.tsx')).AddressDialog }))

type Opened = 'cancellation' | 'address' | null

/** What can be done about the order: buttons for what its rules allow now, and of the rest why not. */
export function OrderActions({ card }: { card: OrderDetailsCard }) {
  const { can, number } = card
  const { ask } = useAssistant()
  const [opened, setOpened] = useState<Opened>(null)
  const close = () => setOpened(null)
  const icon = 'size-4.5'
  const actions: { name: string; possible: boolean; act: ReactNode; why: ReactNode }[] = [
    {
      name: 'Returning it',
      possible: can.refund,
      act: (
        <ButtonLink to="/refunds" search={{ order: number }}>
          <RotateCcw aria-hidden className={icon} /> Return something
        </ButtonLink>
      ),
      why: (
        <ButtonLink to="/refunds" search={{ order: number }} size="small" look="quiet">
          Why not? <VisuallyHidden>Returning it</VisuallyHidden>
        </ButtonLink>
      ),
    },
    {
      name: 'Changing the address',
      possible: can.change_address,
      act: (
        <Button icon={<MapPin aria-hidden className={icon} />} onClick={() => setOpened('address')}>
          Change the address
        </Button>
      ),
      why: (
        <Button size="small" look="quiet" onClick={() => setOpened('address')}>
          Why not? <VisuallyHidden>Changing the address</VisuallyHidden>
        </Button>
      ),
    },
    {
      name: 'Cancelling it',
      possible: can.cancel,
      act: (
        <Button look="danger" icon={<XCircle aria-hidden className={icon} />} onClick={() => setOpened('cancellation')}>
          Cancel the order
        </Button>
      ),
      why: (
        <Button size="small" look="quiet" onClick={() => setOpened('cancellation')}>
          Why not? <VisuallyHidden>Cancelling it</VisuallyHidden>
        </Button>
      ),
    },
  ]
  return (
    <SectionCard title="What you can do">
      <div className="grid grid-cols-1 gap-2.5 [&>*]:w-full">
        {actions
          .filter(({ possible }) => possible)
          .map(({ name, act }) => (
            <Slot key={name}>{act}</Slot>
          ))}
        <ButtonLink to="/complaints" search={{ order: number }}>
          <MessageSquareWarning aria-hidden className={icon} /> Make a complaint
        </ButtonLink>
        <Button
          look="quiet"
          icon={<MessageCircleQuestion aria-hidden className={icon} />}
          onClick={() => ask(`About my order ${number}: `)}
        >
          Ask about this order
        </Button>
      </div>
      {actions.some(({ possible }) => !possible) && (
        <div className="border-t border-line pt-3">
          <h3 className="text-sm font-semibold">Not possible now</h3>
          <ul>
            {actions
              .filter(({ possible }) => !possible)
              .map(({ name, why }) => (
                <li
                  key={name}
                  className="[&_a]:text-accent! [&_button]:text-accent! flex min-h-11 items-center justify-between gap-3 text-sm text-muted"
                >
                  {name}
                  {why}
                </li>
              ))}
          </ul>
        </div>
      )}
      <Suspense>
        {opened === 'cancellation' && <CancellationDialog number={number} onClose={close} />}
        {opened === 'address' && <AddressDialog number={number} address={card.address} onClose={close} />}
      </Suspense>
    </SectionCard>
  )
}

const Slot = ({ children }: { children: ReactNode }) => <div className="grid">{children}</div>
