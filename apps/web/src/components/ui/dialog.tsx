import { Dialog as Primitive } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

interface DialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  /** Said under the title, and read with it. */
  description?: ReactNode
  children: ReactNode
  /** Buttons, kept in sight while the content scrolls. */
  footer?: ReactNode
  /** `sheet` comes from below on phones and from the right on wide screens. */
  kind?: 'dialog' | 'sheet'
}

const kinds = {
  dialog:
    'inset-x-0 bottom-0 max-h-[88dvh] rounded-t-xl sm:inset-auto sm:top-1/2 sm:left-1/2 sm:w-[min(40rem,92vw)] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-xl',
  sheet:
    'inset-x-0 bottom-0 max-h-[88dvh] rounded-t-xl sm:inset-y-0 sm:right-0 sm:left-auto sm:max-h-none sm:w-[min(34rem,92vw)] sm:rounded-none sm:rounded-l-xl',
}

/** Something to read or do before going on. Focus stays in it and goes back where it came from. */
export function Dialog({ open, onOpenChange, title, description, children, footer, kind = 'dialog' }: DialogProps) {
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Backdrop className="fade-motion fixed inset-0 z-40 bg-backdrop" />
        <Primitive.Popup
          className={classNames(
            'fade-motion fixed z-50 flex flex-col overflow-hidden border border-line bg-surface shadow-floating',
            kinds[kind],
          )}
        >
          <header className="flex items-start gap-3 border-b border-line py-3 pr-3 pl-5">
            <div className="min-w-0 grow py-1.5">
              <Primitive.Title className="text-lg font-semibold">{title}</Primitive.Title>
              {description !== undefined && (
                <Primitive.Description className="text-sm text-muted">{description}</Primitive.Description>
              )}
            </div>
            <Primitive.Close
              aria-label="Close"
              className="inline-flex size-11 shrink-0 items-center justify-center rounded-md text-muted hover:bg-sunken hover:text-ink"
            >
              <X aria-hidden className="size-5" />
            </Primitive.Close>
          </header>
          {/* It scrolls, so it must be reachable by keyboard. */}
          <div tabIndex={0} className="min-h-0 grow overflow-y-auto px-5 py-4 -outline-offset-2">
            {children}
          </div>
          {footer !== undefined && (
            <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">{footer}</footer>
          )}
        </Primitive.Popup>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
