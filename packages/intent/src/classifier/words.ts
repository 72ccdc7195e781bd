/** Stands for a word with a figure in it that nothing was found for ("s21", "16gb", "b07xj8"). */
export const codeWord = '{code}'

// A placeholder, a handle or an address of the web (told apart to be left out), a word, a sign that tells, an emoji.
const pattern =
  /\{[a-z]+\}|@[\p{L}\p{N}_]+|https?:\S+|[\p{L}\p{N}][\p{L}\p{M}\p{N}'’`]*|[?!]|\p{Extended_Pictographic}/gu
const most = 200
const numberWords = new Set('two three four five six seven eight nine ten eleven twelve'.split(' '))

/**
 * The words of a masked text as the classifier knows them: no apostrophes ("don't" is dont), no letter more than twice
 * ("soooo" is so), small numbers as figures, a question or exclamation mark once in a row. At most 200.
 */
export function wordsOf(masked: string): string[] {
  const words: string[] = []
  for (const [found] of masked.matchAll(pattern)) {
    const word = normalize(found)
    if (word === '' || (word === words.at(-1) && (word === '?' || word === '!'))) continue
    words.push(word)
    if (words.length === most) break
  }
  return words
}

function normalize(found: string): string {
  const first = found.charCodeAt(0)
  if (first === 0x7b) return found
  if (first === 0x40 || found.startsWith('http')) return ''
  let plain = /['’`]/.test(found) ? found.replaceAll(/['’`]/g, '') : found
  if (/(.)\1\1/u.test(plain)) plain = plain.replaceAll(/(.)\1{2,}/gu, '$1')
  if (numberWords.has(plain)) return '{number}'
  return /\p{Nd}/u.test(plain) && plain.length > 1 && !/^\d+(?:st|nd|rd|th)$/.test(plain) ? codeWord : plain
}
