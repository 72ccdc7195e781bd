/** Digits that somebody wrote out. `start`, `end`: UTF-16 offsets. */
export interface SpelledNumber {
  readonly digits: string
  readonly start: number
  readonly end: number
}

const inOrder = (words: string, from: number, step: number) =>
  words.split(' ').map((word, place): [string, number] => [word, from + place * step])

const small = new Map([
  ...inOrder('zero one two three four five six seven eight nine ten', 0, 1),
  ...inOrder('eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen', 11, 1),
  ['oh', 0],
  ['nought', 0],
])
const tens = new Map(inOrder('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10))
const scales = new Map([
  ['hundred', 100],
  ['thousand', 1000],
])
const repeats = new Map([
  ['double', 2],
  ['triple', 3],
])
const part = `(?:${[...small.keys(), ...tens.keys(), ...scales.keys(), ...repeats.keys()].join('|')}|\\d{1,4})\\b`
const run = new RegExp(`\\b${part}(?:[\\s,-]+(?:and[\\s-]+)?${part})+`, 'gi')

/** "one thousand and two" -> 1002; null where it is more than one number ("one thousand and two thousand"). */
function valueOf(words: readonly string[]): string | null {
  let thousands = 0
  let rest = 0
  for (const each of words) {
    const scale = scales.get(each)
    if ((scale === 1000 && thousands > 0) || (scale === 100 && rest >= 100)) return null
    if (scale === 1000) {
      thousands += Math.max(rest, 1) * scale
      rest = 0
    } else if (scale === 100) rest = Math.max(rest, 1) * scale
    else rest += tens.get(each) ?? small.get(each) ?? Number(each)
  }
  return String(thousands + rest)
}

/** One after the other, as they are read out: "one double oh two", "ten oh two", "twenty one thirty" -> 2130. */
function readOut(words: readonly string[]): string {
  let digits = ''
  for (let place = 0; place < words.length; place++) {
    const each = words[place] ?? ''
    const following = words[place + 1] ?? ''
    const next = small.get(following) ?? (/^\d$/.test(following) ? Number(following) : undefined)
    const ten = tens.get(each)
    const times = repeats.get(each)
    if (times !== undefined) {
      if (next === undefined || next >= 10) continue
      digits += String(next).repeat(times)
      place += 1
    } else if (ten === undefined) digits += String(small.get(each) ?? each)
    else if (next !== undefined && next > 0 && next < 10) {
      digits += String(ten + next)
      place += 1
    } else digits += String(ten)
  }
  return digits
}

let last: { readonly text: string; readonly found: readonly SpelledNumber[] } = { text: '', found: [] }

/**
 * The numbers of two words or more, some of which may be figures ("13 oh two"), that are written out in a text, in its
 * order. Each kind of number asks for the same text.
 */
export function spelledNumbers(text: string): readonly SpelledNumber[] {
  if (last.text !== text) last = { text, found: find(text) }
  return last.found
}

function find(text: string): SpelledNumber[] {
  const runs = [...text.matchAll(run)].filter(([spelled]) => /[a-z]/i.test(spelled))
  return runs.flatMap(({ 0: spelled, index }) => {
    const words = spelled
      .toLowerCase()
      .split(/[\s,-]+/)
      .filter((each) => each !== 'and')
    const digits = words.some((each) => scales.has(each)) ? valueOf(words) : readOut(words)
    return digits === null ? [] : [{ digits, start: index, end: index + spelled.length }]
  })
}
