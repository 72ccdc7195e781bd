import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

const tones = {
  info: { look: 'bg-accent-soft text-ink [&>svg]:text-accent', icon: <Info aria-hidden /> },
  positive: { look: 'bg-positive-soft text-ink [&>svg]:text-positive', icon: <CircleCheck aria-hidden /> },
  caution: { look: 'bg-caution-soft text-ink [&>svg]:text-caution', icon: <TriangleAlert aria-hidden /> },
  danger: { look: 'bg-danger-soft text-ink [&>svg]:text-danger', icon: <CircleAlert aria-hidden /> },
}

interface NoticeProps {
  tone?: keyof typeof tones
  children: ReactNode
  /** `alert` where it must be heard at once. */
  role?: 'alert' | 'status'
  className?: string
}

/** A line or two beside the content: a hint, a success, a warning, a failure. */
export function Notice({ tone = 'info', children, role, className }: NoticeProps) {
  const { look, icon } = tones[tone]
  return (
    <div
      role={role}
      className={classNames(
        'flex items-start gap-2.5 rounded-md px-3.5 py-3 text-sm [&>svg]:mt-0.5 [&>svg]:size-4.5 [&>svg]:shrink-0',
        look,
        className,
      )}
    >
      {icon}
      <div className="min-w-0 grow">{children}</div>
    </div>
  )
}
