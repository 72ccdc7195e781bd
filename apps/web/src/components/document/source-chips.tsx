import type { Source } from '@marketplace-agent/api-client'
import { FileText } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'

const PassageSheet = lazy(async () => ({ default: (await import('./passage-sheet.tsx')).PassageSheet }))

/** Where an answer comes from; each opens the passage in its document. */
export function SourceChips({ sources }: { sources: readonly Source[] }) {
  const [opened, setOpened] = useState<Source | null>(null)
  const [open, setOpen] = useState(false)
  if (sources.length === 0) return null
  return (
    <>
      <ul aria-label="Sources" className="flex flex-wrap gap-1.5">
        {sources.map((source) => (
          <li key={source.id} className="max-w-full">
            <button
              type="button"
              aria-haspopup="dialog"
              onClick={() => {
                setOpened(source)
                setOpen(true)
              }}
              className="inline-flex min-h-8 max-w-full items-center gap-1.5 rounded-full border border-line bg-surface px-3 py-1 text-left text-xs font-medium text-muted transition-colors hover:border-line-strong hover:text-ink"
            >
              <FileText aria-hidden className="size-3.5 shrink-0" />
              <span className="truncate">
                {source.title}
                {source.section !== '' && source.section !== source.title && ` · ${source.section}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {opened !== null && (
        <Suspense>
          <PassageSheet source={opened} open={open} onOpenChange={setOpen} />
        </Suspense>
      )}
    </>
  )
}
