/** What is said about who somebody is. */
export const proofWords = {
  both: 'To be sure that it is yours, I need the order number and the e-mail address on the order. What are they?',
  email: (number: string) => `To be sure that it is yours: which e-mail address is on ${number}?`,
  number: 'Thank you. I also need the number of the order (or of the complaint or refund). What is it?',
  thanks: (number: string) => `Thank you, ${number} is yours.`,
  known: 'Thank you, I know who you are.',
  noted: 'Thank you. An e-mail address alone opens nothing: what is the order number?',
  wrong: (contact: string) =>
    `I can't find that with the e-mail address you gave. Please check the number and the address, or reach us at ${contact}.`,
  closed: (minutes: number, contact: string) =>
    `Those were too many tries that didn't fit. Please try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}, or reach us at ${contact}.`,
}
