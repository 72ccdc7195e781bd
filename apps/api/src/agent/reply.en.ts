/** What a customer might say where nothing they said leads further. */
export const openers: readonly string[] = ['What do you sell?', 'Where is my order?', 'How do I return something?']
