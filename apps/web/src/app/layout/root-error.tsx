import type { ErrorComponentProps } from '@tanstack/react-router'
import { useRouter } from '@tanstack/react-router'
import { ErrorPanel } from '../../components/ui/error-panel.tsx'

/** A page that failed, or a shop that can't be reached. */
export function RootError({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  return (
    <div className="page py-12">
      <ErrorPanel
        error={error}
        onRetry={() => {
          reset()
          void router.invalidate()
        }}
      />
    </div>
  )
}
