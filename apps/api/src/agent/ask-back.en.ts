/** How it is asked which of several products, or which product at all, somebody means. */
export const askWords = {
  whichOne: (names: readonly string[]) =>
    `Which one do you mean: the ${names.slice(0, -1).join(', the ')} or the ${names.at(-1) ?? ''}?`,
  unknown: (words: string, ask: string) => `I can't find “${words}” among our products. ${ask}`,
}
