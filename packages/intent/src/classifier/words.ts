/** Stands for a word with a figure in it that nothing was found for ("s21", "16gb", "b07xj8"). */
export const codeWord = '{code}'

// A placeholder, a handle or an address of the web (told apart to be left out), a word, a sign that tells, an emoji.
const pattern =
  /\{[a-z]+\}|@[\p{L}\p{N}_]+|https?:\S+|[\p{L}\p{N}][\p{L}\p{M}\p{N}'’`]*|[?!]|\p{Extended_Pictographic}/gu
const endsPlainWord = new Set([...' ,.;:?!()/\n'].map((sign) => sign.charCodeAt(0)))
const numberWord = '{number}'
const most = 200
const numberWords = new Set('two three four five six seven eight nine ten eleven twelve'.split(' '))

/**
 * The words of a masked text as the classifier knows them: no apostrophes ("don't" is dont), no letter more than twice
 * ("soooo" is so), small numbers as figures, a question or exclamation mark once in a row. At most 200.
 */
export function wordsOf(masked: string): string[] {
  const words: string[] = []
  for (let at = 0; words.length < most;) {
    while (masked.charCodeAt(at) === 0x20) at += 1
    const end = endOfPlainWord(masked, at)
    if (end > at) {
      const word = masked.slice(at, end)
      words.push(numberWords.has(word) ? numberWord : word)
      at = end
      continue
    }
    pattern.lastIndex = at
    const found = pattern.exec(masked)?.[0]
    if (found === undefined) break
    at = pattern.lastIndex
    const word = normalize(found)
    if (word !== '' && (word !== words.at(-1) || (word !== '?' && word !== '!'))) words.push(word)
  }
  return words
}

/**
 * Where a word ends that is nothing but small letters of ASCII, none drawn out: most are, and need no pattern. The offset
 * itself where anything else stands there.
 */
function endOfPlainWord(masked: string, start: number): number {
  let end = start
  let before = 0
  let same = 0
  for (let code = masked.charCodeAt(end); code >= 0x61 && code <= 0x7a; code = masked.charCodeAt(end)) {
    same = code === before ? same + 1 : 1
    if (same > 2) return start
    before = code
    end += 1
  }
  const isWhole = end === masked.length || endsPlainWord.has(masked.charCodeAt(end))
  return isWhole && !masked.startsWith('http', start) ? end : start
}

function normalize(found: string): string {
  const first = found.charCodeAt(0)
  if (first === 0x7b) return found
  if (first === 0x40 || found.startsWith('http')) return ''
  let plain = /['’`]/.test(found) ? found.replaceAll(/['’`]/g, '') : found
  if (/(.)\1\1/u.test(plain)) plain = plain.replaceAll(/(.)\1{2,}/gu, '$1')
  if (numberWords.has(plain)) return numberWord
  return /\p{Nd}/u.test(plain) && plain.length > 1 && !/^\d+(?:st|nd|rd|th)$/.test(plain) ? codeWord : plain
}
