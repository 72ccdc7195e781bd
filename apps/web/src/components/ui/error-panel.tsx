import { TriangleAlert, WifiOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { describeError } from '../../lib/describe-error.ts'
import { Button } from './button.tsx'
import { MessagePanel } from './message-panel.tsx'

interface ErrorPanelProps {
  error: unknown
  /** Tries again. */
  onRetry?: () => void
  actions?: ReactNode
  className?: string
}

/** What went wrong, in words, with a way on. Takes whatever a query or mutation failed with. */
export function ErrorPanel({ error, onRetry, actions, className }: ErrorPanelProps) {
  const { title, detail, kind } = describeError(error)
  return (
    <MessagePanel
      role="alert"
      className={className}
      icon={kind === 'unreachable' ? <WifiOff /> : <TriangleAlert />}
      title={title}
      actions={
        onRetry !== undefined || actions !== undefined ? (
          <>
            {onRetry !== undefined && <Button onClick={onRetry}>Try again</Button>}
            {actions}
          </>
        ) : undefined
      }
    >
      {detail}
    </MessagePanel>
  )
}
