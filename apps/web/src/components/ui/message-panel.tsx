import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

interface MessagePanelProps {
  icon?: ReactNode
  title: string
  children?: ReactNode
  /** Ways on: buttons and links. */
  actions?: ReactNode
  className?: string
  role?: 'alert' | 'status'
}

/** Says in words what there is instead of content, and what one can do. */
export function MessagePanel({ icon, title, children, actions, className, role }: MessagePanelProps) {
  return (
    <div
      role={role}
      className={classNames(
        'flex flex-col items-center gap-3 rounded-lg border border-dashed border-line px-6 py-10 text-center',
        className,
      )}
    >
      {icon !== undefined && (
        <div aria-hidden className="rounded-full bg-sunken p-3 text-muted [&_svg]:size-6">
          {icon}
        </div>
      )}
      <p className="text-lg font-semibold">{title}</p>
      {children !== undefined && <div className="max-w-prose text-muted">{children}</div>}
      {actions !== undefined && <div className="mt-1 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  )
}
