/** What a customer might say where nothing they said leads further. */
export const openers: readonly string[] = ['What do you sell?', 'Where is my order?', 'How do I return something?']

/** What answers a proposal. */
export const answersToProposal: readonly string[] = ['Yes', 'No']

const mute = new Set(
  'a an the is are am was were do does did have has can could will would i you we it me my your our us of to in on for please'.split(
    ' ',
  ),
)

const wordsOf = (text: string) =>
  new Set((text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !mute.has(word)))

/** Whether two texts say the same but for the little words: "is the X1 in stock?" and "Do you have the X1 in stock". */
export function sameWords(one: string, other: string): boolean {
  const words = wordsOf(one)
  return words.size > 0 && words.symmetricDifference(wordsOf(other)).size === 0
}
