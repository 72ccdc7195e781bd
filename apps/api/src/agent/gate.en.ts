/** What the gate itself says. */
export const gateWords = {
  failed: (title: string) =>
    `I could not look this up just now (${title.toLowerCase()}). Please try again in a moment.`,
  late: (title: string) => `This took too long to look up (${title.toLowerCase()}). Please try again in a moment.`,
  invalid: (title: string, faults: readonly string[]) =>
    `For this I need something else (${title.toLowerCase()}): ${faults.join('; ')}.`,
  staffOnly: 'This is open to the staff of the shop only.',
}
