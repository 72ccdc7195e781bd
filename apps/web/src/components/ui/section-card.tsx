import { type ReactNode, useId } from 'react'
import { Card } from './card.tsx'
import { classNames } from './class-names.ts'

interface SectionCardProps {
  title: string
  /** Beside the title. */
  aside?: ReactNode
  children: ReactNode
  className?: string
}

/** A part of a page with a title of its own (h2). */
export function SectionCard({ title, aside, children, className }: SectionCardProps) {
  const id = useId()
  return (
    <Card className={classNames('p-5', className)}>
      <section aria-labelledby={id} className="grid grid-cols-1 gap-4">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h2 id={id} className="text-lg font-semibold">
            {title}
          </h2>
          {aside}
        </div>
        {children}
      </section>
    </Card>
  )
}
