import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'

interface PaginationProps {
  /** From 1. */
  page: number
  pages: number
  /** A link to a page; the router's Link, so that the address is the state. */
  link: (page: number, content: ReactNode, label: string) => ReactNode
}

export function Pagination({ page, pages, link }: PaginationProps) {
  if (pages <= 1) return null
  return (
    <nav aria-label="Pages" className="flex items-center justify-center gap-3 py-6">
      {page > 1 && link(page - 1, <ChevronLeft aria-hidden className="size-5" />, 'Previous page')}
      <span className="numeric text-sm text-muted">
        Page {page} of {pages}
      </span>
      {page < pages && link(page + 1, <ChevronRight aria-hidden className="size-5" />, 'Next page')}
    </nav>
  )
}
