import { WifiOff } from 'lucide-react'
import { useIsOnline } from '../../lib/online.ts'

export function OfflineBanner() {
  const online = useIsOnline()
  return (
    <div role="status">
      {!online && (
        <p className="flex items-center justify-center gap-2 bg-caution-soft px-4 py-2 text-sm font-medium text-caution">
          <WifiOff aria-hidden className="size-4 shrink-0" />
          You are offline. What is on this page stays; new things come when you are back.
        </p>
      )}
    </div>
  )
}
