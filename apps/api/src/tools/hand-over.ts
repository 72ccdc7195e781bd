import type { HandoverCard } from '@marketplace-agent/domain'
import { Type } from '@sinclair/typebox'
import { defineTool } from './define-tool.ts'
import { words } from './hand-over.en.ts'

const input = Type.Object(
  {
    about: Type.Optional(
      Type.String({
        maxLength: 8000,
        description: 'What it is about: what was said so far, in the words of both.',
        examples: ['The customer asks for an invoice.'],
      }),
    ),
  },
  { additionalProperties: false },
)

export const handOver = defineTool<typeof input, HandoverCard>({
  name: 'hand_over',
  title: 'Hand over to a person',
  description:
    'Passes a conversation on to the people of the shop, with what is known, under a reference. Changes no record.',
  intent: 'general',
  tasks: ['person'],
  access: 'public',
  limit: { conversation: 3, address: 20, minutes: 60 },
  input,
  slots: { about: 'conversation' },
  card: 'handover',
  words,
  async run({ about = '' }, { shop, store, clock, newReference }, context, { proof }) {
    const { contact, name } = shop.settings
    const reference = newReference()
    const at = clock.now().toISOString()
    const card: HandoverCard = { kind: 'handover', reference, ...contact }
    const answer = { tool: 'hand_over', outcome: 'ok' as const, data: card, message: '' }
    await store.commit(
      {
        proposal: `handover:${reference}`,
        idempotencyKey: null,
        expectedVersions: {},
        changes: [],
        audit: [],
        outbox: [{ to: contact.email, ...words.letter({ reference, about, proof, shopName: name, at }) }],
        answer,
        at,
      },
      context,
    )
    return { outcome: 'ok', data: card }
  },
})
