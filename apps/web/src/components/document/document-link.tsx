import { Link } from '@tanstack/react-router'
import { FileText } from 'lucide-react'

/** A link to a document to read by itself. */
export const DocumentLink = ({ id, title }: { id: string; title: string }) => (
  <Link
    to="/documents/$documentId"
    params={{ documentId: id }}
    className="inline-flex items-center gap-2 font-semibold text-accent hover:underline"
  >
    <FileText aria-hidden className="size-4.5" />
    {title}
  </Link>
)
