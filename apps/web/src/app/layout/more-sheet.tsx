import { Link } from '@tanstack/react-router'
import { Dialog } from '../../components/ui/dialog.tsx'
import { destinations } from './navigation.ts'

interface MoreSheetProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** Labels of those that need no second way. */
  without: ReadonlySet<string>
}

/** The destinations that the bottom bar has no room for. */
export const MoreSheet = ({ open, onOpenChange, without }: MoreSheetProps) => (
  <Dialog open={open} onOpenChange={onOpenChange} title="More" kind="sheet">
    <ul className="grid gap-1">
      {destinations
        .filter(({ label }) => !without.has(label))
        .map(({ label, icon: Icon, link }) => (
          <li key={label}>
            <Link
              {...link}
              onClick={() => onOpenChange(false)}
              className="flex min-h-12 items-center gap-3 rounded-md px-3 font-medium hover:bg-sunken"
            >
              <Icon aria-hidden className="size-5 text-muted" />
              {label}
            </Link>
          </li>
        ))}
    </ul>
  </Dialog>
)
