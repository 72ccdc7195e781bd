import type { Catalog } from '@marketplace-agent/catalog'
import type { Clause } from '@marketplace-agent/intent'
import type { Request } from '../request.ts'
import { meansComplaint } from './complaint-meant.en.ts'
import type { Conversation } from './conversation.ts'
import { asComplaint } from './settled-as.ts'

/** An earlier message, as far as its words tell what it names. */
const readAgain = (text: string, clause: Clause, catalog: Catalog): Clause => ({
  ...clause,
  text,
  masked: text,
  start: 0,
  end: text.length,
  entities: {
    ...clause.entities,
    mentions: catalog.link(text).map((mention) => ({ ...mention, negated: false })),
  },
})

/** "No, I mean complaint" after words that weren't understood: they are what the complaint is about. */
export function complaintMeant(
  request: Request,
  { exchanges }: Pick<Conversation, 'exchanges'>,
  catalog: Catalog,
): Request {
  const { clause } = request
  const before = exchanges.at(-1)?.message ?? ''
  if (clause.act !== 'correct' || before === '' || !meansComplaint(clause.text)) return request
  return {
    ...asComplaint({ ...request, clause: { ...clause, act: 'tell' } }),
    before: [readAgain(before, clause, catalog)],
    said: `${before}\n${clause.text}`,
  }
}
