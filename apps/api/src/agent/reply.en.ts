/** What a customer might say where nothing they said leads further. */
export const openers: readonly string[] = ['What do you sell?', 'Where is my order?', 'How do I return something?']

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
  wayBack: (question: string) => `Whenever you like, we go on with what you asked before. ${question}`,
}

/** What answers a proposal. */
export const answersToProposal: readonly string[] = ['Yes', 'No']

/** Whether a text wants something undone. */
export const undoes = (text: string): boolean =>
  /\b(?:undo|revert|reverse|withdraw|un-?cancel|take (?:that|it|this) back|changed my mind)\b/i.test(text)
