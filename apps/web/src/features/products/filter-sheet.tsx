import type { ReactNode } from 'react'
import { Button } from '../../components/ui/button.tsx'
import { Dialog } from '../../components/ui/dialog.tsx'
import { useFormats } from '../../lib/formats.ts'

interface FilterSheetProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** How many products there are as it is set. */
  total: number | undefined
  onClear: (() => void) | undefined
  children: ReactNode
}

/** The filters on screens that have no room for them beside the list. */
export function FilterSheet({ open, onOpenChange, total, onClear, children }: FilterSheetProps) {
  const { number } = useFormats()
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Filters"
      kind="sheet"
      footer={
        <>
          <Button look="quiet" disabled={onClear === undefined} onClick={onClear}>
            Clear filters
          </Button>
          <Button look="primary" className="grow" onClick={() => onOpenChange(false)}>
            {total === undefined ? 'Show' : total === 1 ? 'Show 1 product' : `Show ${number(total)} products`}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
