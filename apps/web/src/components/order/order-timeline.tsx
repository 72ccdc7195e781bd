import type { OrderState, TrackingEvent } from '@marketplace-agent/api-client'
import { Check, X } from 'lucide-react'
import { useState } from 'react'
import { useFormats } from '../../lib/formats.ts'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { orderStateWords, orderWay } from './order-state.tsx'

interface OrderTimelineProps {
  state: OrderState
  /** Oldest first. */
  events: readonly TrackingEvent[]
  /** How many of the newest events are shown at first; all without it. */
  newest?: number
}

/** How far an order is, and what happened on the way, the newest first. */
export function OrderTimeline({ state, events, newest = Infinity }: OrderTimelineProps) {
  const [all, setAll] = useState(false)
  const { instant } = useFormats()
  const latestFirst = events.toReversed()
  const shown = all ? latestFirst : latestFirst.slice(0, newest)
  return (
    <div className="grid gap-4">
      {state === 'cancelled' ? <Cancelled /> : <Way state={state} />}
      {shown.length > 0 && (
        <ol className="grid">
          {shown.map(({ at, state: then, note, place }, index) => (
            // Two may be of the same minute.
            <li key={`${at} ${index}`} className="relative grid gap-0.5 pb-4 pl-6 last:pb-0">
              <span
                aria-hidden
                className={classNames(
                  'absolute top-1.5 left-0.5 size-2.5 rounded-full',
                  index === 0 ? 'bg-accent' : 'bg-line-strong',
                )}
              />
              {index < shown.length - 1 && (
                <span aria-hidden className="absolute top-5 bottom-0 left-1.5 w-px bg-line" />
              )}
              <span className="font-medium">{note === '' ? orderStateWords[then] : note}</span>
              <span className="numeric text-sm text-muted">
                <time dateTime={at}>{instant(at)}</time>
                {place !== undefined && ` · ${place}`}
              </span>
            </li>
          ))}
        </ol>
      )}
      {latestFirst.length > shown.length && (
        <Button size="small" look="quiet" className="justify-self-start" onClick={() => setAll(true)}>
          Show all {latestFirst.length} events
        </Button>
      )}
    </div>
  )
}

function Way({ state }: { state: OrderState }) {
  const reached = orderWay.findIndex((each) => each === state)
  return (
    <ol className="@container flex">
      {orderWay.map((each, index) => (
        <li
          key={each}
          aria-current={index === reached ? 'step' : undefined}
          className="relative flex min-w-0 flex-1 flex-col items-center gap-1.5 text-center"
        >
          {index > 0 && (
            <span
              aria-hidden
              className={classNames(
                'absolute top-3 right-1/2 h-0.5 w-full -translate-y-1/2',
                index <= reached ? 'bg-accent' : 'bg-line',
              )}
            />
          )}
          <span
            aria-hidden
            className={classNames(
              'relative z-1 flex size-6 items-center justify-center rounded-full border-2',
              index <= reached ? 'border-accent bg-accent text-on-accent' : 'border-line bg-surface',
            )}
          >
            {index <= reached && <Check className="size-3.5" strokeWidth={3} />}
          </span>
          <span
            className={classNames(
              'px-0.5 text-xs leading-tight text-balance',
              // Where they have no room, only where it is now is said.
              index === reached ? 'font-semibold' : 'text-muted @max-[17.5rem]:sr-only',
            )}
          >
            {orderStateWords[each]}
          </span>
        </li>
      ))}
    </ol>
  )
}

const Cancelled = () => (
  <p className="flex items-center gap-2 font-semibold text-danger">
    <X aria-hidden className="size-5" />
    This order was cancelled.
  </p>
)
