import type { DocumentKind, ListedDocument } from '@marketplace-agent/api-client'
import { Link } from '@tanstack/react-router'
import { BookOpen, ChevronRight, CircleHelp, type LucideIcon, Scale } from 'lucide-react'

const kinds: Record<DocumentKind, { icon: LucideIcon; words: string }> = {
  manual: { icon: BookOpen, words: 'Manual' },
  faq: { icon: CircleHelp, words: 'Questions and answers' },
  policy: { icon: Scale, words: 'Policy' },
}

interface DocumentRowProps {
  document: ListedDocument
  /** The list says what kind they are. */
  ofOneKind?: boolean
}

/** A document in a list of them. */
export function DocumentRow({ document: { id, title, document_kind }, ofOneKind = false }: DocumentRowProps) {
  const { icon: Icon, words } = kinds[document_kind]
  return (
    <Link
      to="/documents/$documentId"
      params={{ documentId: id }}
      className="flex min-h-14 items-center gap-3 rounded-lg border border-line bg-surface px-4 py-2.5 transition-colors hover:border-line-strong"
    >
      <Icon aria-hidden className="size-5 shrink-0 text-accent" />
      <span className="grid min-w-0 grow">
        <span className="leading-snug font-semibold">{title}</span>
        {!ofOneKind && <span className="text-xs text-muted">{words}</span>}
      </span>
      <ChevronRight aria-hidden className="size-4.5 shrink-0 text-muted" />
    </Link>
  )
}
