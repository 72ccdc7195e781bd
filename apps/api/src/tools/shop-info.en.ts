import type { ShopCard } from '@marketplace-agent/domain'
import type { ToolWords } from './define-tool.ts'

interface Ways {
  readonly email?: string | undefined
  readonly phone?: string | undefined
  readonly hours?: string | undefined
}

function sentences({ email, phone, hours }: Ways, lead: string): string {
  const ways = [
    ...(email === undefined ? [] : [`by e-mail at ${email}`]),
    ...(phone === undefined ? [] : [`by phone at ${phone}`]),
  ]
  return [
    ...(ways.length === 0 ? [] : [`${lead} ${ways.join(' or ')}.`]),
    ...(hours === undefined ? [] : [`Opening hours: ${hours.replace(/\.$/, '')}.`]),
  ].join(' ')
}

export const words: ToolWords<Record<never, never>, ShopCard> = {
  ask: {},
  say: (card) => sentences(card, `You reach the team of ${card.name}`),
  rest({ name, email, phone, hours }, said) {
    const unsaid = (value: string | undefined) => (value === undefined || said.includes(value) ? undefined : value)
    return sentences({ email: unsaid(email), phone: unsaid(phone), hours: unsaid(hours) }, `You also reach ${name}`)
  },
  otherwise: {},
  next: () => ['How do I return something?', 'How long does delivery take?'],
}
