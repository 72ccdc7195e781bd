import { lazy, Suspense, useState } from 'react'
import { Button } from '../../components/ui/button.tsx'
import { ErrorPanel } from '../../components/ui/error-panel.tsx'
import { useChat } from './chat-context.ts'

const Dialog = lazy(async () => ({ default: (await import('../../components/ui/dialog.tsx')).Dialog }))

interface RestartDialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Starting over forgets what was said and proved: it is asked for first. */
export function RestartDialog({ open, onOpenChange }: RestartDialogProps) {
  const chat = useChat()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  async function restart() {
    setBusy(true)
    setFailure(null)
    try {
      await chat.restart()
      onOpenChange(false)
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  if (!open) return null
  return (
    <Suspense>
      <Dialog
        open
        onOpenChange={onOpenChange}
        title="Start over?"
        footer={
          <>
            <Button onClick={() => onOpenChange(false)}>Keep it</Button>
            <Button look="primary" busy={busy} onClick={() => void restart()}>
              Start over
            </Button>
          </>
        }
      >
        <p>
          This conversation is forgotten, with what you have proved and what waits for a yes in it. What was done (a
          refund, a complaint) stays done.
        </p>
        {failure !== null && <ErrorPanel className="mt-4" error={failure} />}
      </Dialog>
    </Suspense>
  )
}
