/** What the gate itself says. */
export const gateWords = {
  failed: (title: string) =>
    `I could not look this up just now (${title.toLowerCase()}). Please try again in a moment.`,
  late: (title: string) => `This took too long to look up (${title.toLowerCase()}). Please try again in a moment.`,
  invalid: (title: string, faults: readonly string[]) =>
    `For this I need something else (${title.toLowerCase()}): ${faults.join('; ')}.`,
  staffOnly: 'This is open to the staff of the shop only.',
  unproved: 'To be sure that it is yours, I need the order number and the e-mail address on the order. What are they?',
  notTheirs: (contact: string) =>
    `I can't find that with the e-mail address you gave. Please check the number and the address, or reach us at ${contact}.`,
  limit: (contact: string) => `I've done this several times already just now. Please reach us at ${contact}.`,
  confirm: 'Shall I do that? Nothing is changed until you say yes.',
  anotherOpen: (summary: string) => `Something else still waits for your yes or no: ${summary}`,
  gone: 'There is no such proposal any more: it has expired, was dropped, or was replaced. Nothing was changed. Please ask for it again.',
  nothingWaits: 'Nothing waits under this id: it was confirmed or dropped before, was replaced, or has expired.',
  dropped: 'This was dropped. Nothing was changed.',
  changed: 'Things have changed since I asked you, so I have done nothing. Please ask for it again.',
  noConversation: 'Something can only be changed within a conversation: send its session_id.',
}
