import type { Source } from '@marketplace-agent/domain'
import type { Passage } from '@marketplace-agent/rag'

/** A passage as an answer names it. */
export const sourceOf = ({ chunk, quote }: Passage): Source => ({
  id: chunk.id,
  document_id: chunk.documentId,
  title: chunk.title,
  section: chunk.section,
  kind: chunk.kind,
  quote: quote.text,
  start: quote.start,
  end: quote.end,
})
