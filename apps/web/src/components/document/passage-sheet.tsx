import type { Source } from '@marketplace-agent/api-client'
import { Dialog } from '../ui/dialog.tsx'
import { DocumentText } from './document-text.tsx'

interface PassageSheetProps {
  source: Source
  open: boolean
  onOpenChange: (open: boolean) => void
}

const kinds: Record<Source['kind'], string> = { manual: 'Manual', faq: 'Questions and answers', policy: 'Policy' }

/** The document that a source is in, opened at the sentence that was quoted. */
export const PassageSheet = ({ source, open, onOpenChange }: PassageSheetProps) => (
  <Dialog open={open} onOpenChange={onOpenChange} title={source.title} description={kinds[source.kind]} kind="sheet">
    <DocumentText id={source.document_id} stretch={source} headingLevel={3} />
  </Dialog>
)
