import type { ReactNode } from 'react'

interface PageHeaderProps {
  title: ReactNode
  lead?: ReactNode
  /** Breadcrumbs, over the title. */
  above?: ReactNode
  /** Buttons, beside the title where there is room. */
  actions?: ReactNode
}

/** A page's one h1. */
export function PageHeader({ title, lead, above, actions }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3 pt-6 pb-5 sm:pt-8">
      <div className="grid min-w-0 gap-2">
        {above}
        <h1 className="text-2xl font-bold">{title}</h1>
        {lead !== undefined && <p className="max-w-prose text-muted">{lead}</p>}
      </div>
      {actions !== undefined && <div className="flex flex-wrap gap-2">{actions}</div>}
    </header>
  )
}
