import type { ReactNode } from 'react'

const focus = (element: HTMLElement | null) => element?.focus()

interface ArrivedProps {
  label: string
  children: ReactNode
  className?: string
}

/** What came of pressing a button, in place of what was there: focus goes to it, so that it is seen, heard and gone on from. */
export const Arrived = ({ label, children, className }: ArrivedProps) => (
  <section ref={focus} tabIndex={-1} aria-label={label} className={className ?? 'grid grid-cols-1 gap-4'}>
    {children}
  </section>
)
