export const turnWords = {
  dropped: 'All right, I have dropped that. Nothing was changed.',
  notAsked: 'All right.',
  restarted: 'All right, we start afresh. What can I do for you?',
  done: (contact: string) =>
    `That is done already, and I can't take it back from here. Our team can look at it with you: ${contact}.`,
  welcome: 'What can I do for you?',
  waiting: (others: readonly string[]) => `One thing after the other. Right after this comes: ${others.join('; ')}.`,
  stillOpen: (summary: string) => `There is still something waiting for your yes or no. ${summary}`,
  plainly: (summary: string) => `To be safe, I need a plain yes or no. ${summary}`,
  again: (summary: string) => `Once more: ${summary}`,
  held: (summary: string) => `Take your time: nothing is done until you say yes. ${summary}`,
  wayBack: (question: string) => `Whenever you like, we go on with what you asked before. ${question}`,
}

/** Whether a text wants something undone. */
export const undoes = (text: string): boolean =>
  /\b(?:undo|revert|reverse|withdraw|un-?cancel|take (?:that|it|this) back|changed my mind)\b/i.test(text)

/** That the shop has nothing of a name, before what there is. `near`: the product that the name goes on from. */
export function unheardWords(text: string, near: string | null, isFit: boolean): string {
  if (near !== null) return `We have no “${text}”; the nearest is the ${near}.`
  return isFit
    ? `“${text}” is none of our products, so I can't say for sure whether something fits it.`
    : `We have no “${text}”.`
}
