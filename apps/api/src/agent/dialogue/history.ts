import type { Conversation } from './conversation.ts'

/** What was said so far, for a person who takes over; the present message last. */
export function historyOf({ exchanges }: Conversation, message: string): string {
  const said = exchanges.flatMap(({ message: words, answer }) => [
    ...(words === '' ? [] : [`Customer: ${words}`]),
    `Agent: ${answer.response}`,
  ])
  // The end matters most.
  return [...said, `Customer: ${message}`].join('\n').slice(-8000)
}
