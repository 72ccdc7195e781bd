import type { ShopCard } from '@marketplace-agent/domain'
import type { ToolWords } from './define-tool.ts'

export const words: ToolWords<Record<never, never>, ShopCard> = {
  ask: {},
  say: ({ name, email, phone, hours }) =>
    [
      `You reach the team of ${name} by e-mail at ${email}${phone === undefined ? '' : ` or by phone at ${phone}`}.`,
      ...(hours === undefined ? [] : [`Opening hours: ${hours.replace(/\.$/, '')}.`]),
    ].join(' '),
  otherwise: {},
  next: () => ['How do I return something?', 'How long does delivery take?'],
}
