import type { RefusalCard } from '@marketplace-agent/api-client'
import { CircleSlash } from 'lucide-react'
import type { ReactNode } from 'react'
import { SourceChips } from '../document/source-chips.tsx'

interface RefusalViewProps {
  card: RefusalCard
  /** Why, in words, and what is possible instead; left out where it is said beside it already. */
  message?: string
  /** Buttons and links to what is possible instead, in place of the words for it. */
  actions?: ReactNode
  /** What the policy says is shown beside it already. */
  withoutSources?: boolean
}

/** What can't be done, why, what the policy says, and what is possible instead. */
export const RefusalView = ({ card, message, actions, withoutSources = false }: RefusalViewProps) => (
  <section aria-label="Not possible" className="grid gap-3 rounded-lg border border-line bg-surface p-4">
    <h3 className="flex items-center gap-2 font-semibold">
      <CircleSlash aria-hidden className="size-5 text-danger" />
      That is not possible
    </h3>
    {message !== undefined && <p>{message}</p>}
    {actions === undefined && card.alternatives.length > 0 && (
      <div className="grid gap-1">
        <h4 className="text-sm font-semibold">What you can do instead</h4>
        <ul className="list-disc pl-5 text-sm">
          {card.alternatives.map((alternative) => (
            <li key={alternative}>{alternative}</li>
          ))}
        </ul>
      </div>
    )}
    {!withoutSources && <SourceChips sources={card.passages} />}
    {actions !== undefined && <div className="flex flex-wrap gap-2 border-t border-line pt-3">{actions}</div>}
  </section>
)
