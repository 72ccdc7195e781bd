import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'

/** The way here: links, and at the end the page's own name. */
export function Breadcrumbs({ items }: { items: readonly { key: string; node: ReactNode }[] }) {
  return (
    <nav aria-label="Breadcrumb">
      <ol className="flex flex-wrap items-center gap-1 text-sm text-muted [&_a]:hover:text-ink [&_a]:hover:underline">
        {items.map(({ key, node }, index) => (
          <li
            key={key}
            className="flex items-center gap-1"
            aria-current={index === items.length - 1 ? 'page' : undefined}
          >
            {index > 0 && <ChevronRight aria-hidden className="size-3.5" />}
            {node}
          </li>
        ))}
      </ol>
    </nav>
  )
}
