import { type ReactNode, useState } from 'react'
import { Button } from '../../../components/ui/button.tsx'

interface SeveralProps<Item> {
  of: readonly Item[]
  /** How many are shown at first. */
  first: number
  /** "products" */
  noun: string
  className?: string
  children: (item: Item) => ReactNode
}

/** The first of a list; the others when they are asked for. */
export function Several<Item>({ of, first, noun, className, children }: SeveralProps<Item>) {
  const [all, setAll] = useState(false)
  const shown = all ? of : of.slice(0, first)
  return (
    <div className={className}>
      {shown.map(children)}
      {of.length > shown.length && (
        <Button look="quiet" size="small" className="w-full" onClick={() => setAll(true)}>
          Show all {of.length} {noun}
        </Button>
      )}
    </div>
  )
}
