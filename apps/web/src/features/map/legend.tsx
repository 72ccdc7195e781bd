import { Check } from 'lucide-react'
import { classNames } from '../../components/ui/class-names.ts'
import { kindLooks, type RelationKind } from './relation-kinds.ts'

interface LegendProps {
  kinds: readonly RelationKind[]
  shown: readonly RelationKind[]
  onChange: (shown: readonly RelationKind[]) => void
}

/** What the lines mean; each kind can be shown or not. */
export const Legend = ({ kinds, shown, onChange }: LegendProps) => (
  <fieldset>
    <legend className="sr-only">Relations to show</legend>
    <div className="flex flex-wrap gap-2">
      {kinds.map((kind) => {
        const { words, stroke, dashes } = kindLooks[kind]
        const on = shown.includes(kind)
        return (
          <button
            key={kind}
            type="button"
            aria-pressed={on}
            onClick={() => onChange(on ? shown.filter((each) => each !== kind) : [...shown, kind])}
            className={classNames(
              'inline-flex min-h-11 items-center gap-2 rounded-full border px-3.5 text-sm font-medium transition-colors',
              on ? 'border-line-strong bg-surface' : 'border-line text-muted hover:text-ink',
            )}
          >
            <svg aria-hidden width="26" height="6" className={on ? undefined : 'opacity-40'}>
              <line x1="0" y1="3" x2="26" y2="3" strokeWidth="3" strokeDasharray={dashes} className={stroke} />
            </svg>
            {words}
            {on && <Check aria-hidden className="size-4 text-positive" />}
          </button>
        )
      })}
    </div>
  </fieldset>
)
