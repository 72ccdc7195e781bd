import type { HandoverCard, Proof } from '@marketplace-agent/domain'
import type { ToolWords } from './define-tool.ts'

interface Letter {
  readonly reference: string
  readonly about: string
  readonly proof: Proof | null
  readonly shopName: string
  readonly at: string
}

interface Words extends ToolWords<{ about?: string }, HandoverCard> {
  /** To the people of the shop. */
  letter(known: Letter): { readonly subject: string; readonly text: string }
}

export const words: Words = {
  ask: {},
  say: ({ reference, email, phone, hours }, _kit, { about = '' }) =>
    [
      `I have passed this on to our team${about === '' ? '' : ', with what was said'}. Your reference is ${reference}.`,
      `You also reach them by e-mail at ${email}${phone === undefined ? '' : ` or by phone at ${phone}`}${hours === undefined ? '.' : ` (${hours}).`}`,
    ].join(' '),
  otherwise: {},
  letter: ({ reference, about, proof, shopName, at }) => ({
    subject: `A customer asks for a person: ${reference}`,
    text: [
      `Reference: ${reference}\nWhen: ${at}\nShop: ${shopName}`,
      proof === null
        ? 'The customer has not proved who they are.'
        : `The customer proved to know ${proof.number} and its e-mail address, ${proof.email}.`,
      about === ''
        ? 'The customer gave no words.'
        : `What was said, in the words of both; what a customer says of themselves is not checked:\n${about.replaceAll(/^/gm, '> ')}`,
    ].join('\n\n'),
  }),
  next: () => ['Where is my order?', 'How do I return something?'],
}
