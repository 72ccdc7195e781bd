import { Check, Scale } from 'lucide-react'
import { compareList, mostCompared, useCompareList } from '../../lib/compare-list.ts'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'

interface CompareToggleProps {
  id: number
  name: string
  /** A button of its sign alone, for a card's corner. */
  corner?: boolean
}

/** Puts a product among those to be compared, or takes it out. */
export function CompareToggle({ id, name, corner = false }: CompareToggleProps) {
  const chosen = useCompareList()
  const pressed = chosen.includes(id)
  const full = !pressed && chosen.length >= mostCompared
  const title = full ? `You can compare ${mostCompared} at once` : pressed ? "Don't compare" : 'Compare'
  const Icon = pressed ? Check : Scale
  if (!corner) {
    return (
      <Button
        aria-pressed={pressed}
        disabled={full}
        title={title}
        onClick={() => compareList.toggle(id)}
        icon={<Icon aria-hidden className="size-4.5" />}
      >
        {pressed ? 'In your comparison' : 'Add to compare'}
      </Button>
    )
  }
  return (
    <button
      type="button"
      aria-pressed={pressed}
      aria-label={`Compare ${name}`}
      disabled={full}
      title={title}
      onClick={() => compareList.toggle(id)}
      className="group absolute top-0 right-0 z-10 inline-flex size-11 items-center justify-center disabled:opacity-50"
    >
      <span
        className={classNames(
          'inline-flex size-8 items-center justify-center rounded-full border transition-colors [&_svg]:size-4.5',
          pressed
            ? 'border-accent bg-accent text-on-accent'
            : 'border-line bg-surface/90 text-muted group-hover:border-line-strong group-hover:text-ink',
        )}
      >
        <Icon aria-hidden />
      </span>
    </button>
  )
}
