/**
 * Arithmetic on numbers of a shop's pattern: letters and signs as they are, `#` a digit, `@` a letter, `#+` one or more
 * digits. The digits and letters count as one mixed-radix figure, the last place the fastest; `#+` grows instead of
 * handing on to the left.
 */
export interface NumberSeries {
  /** Whether a number is of the pattern, in any case. */
  has(number: string): boolean
  /** Below zero where `one` comes before `other`; both are of the pattern. */
  compare(one: string, other: string): number
  /** The number after one of the pattern, the first one after null; null when there is none left. */
  after(number: string | null): string | null
}

interface Part {
  readonly kind: 'fixed' | 'places' | 'open'
  /** Of `fixed`, the text itself; of the others, the figure zero. */
  readonly text: string
}

function partsOf(pattern: string): Part[] {
  return [...pattern.matchAll(/(#+)(\+?)|(@+)|([^#@]+)/g)].map(([, hashes, plus, ats, text]): Part => {
    if (hashes !== undefined) return { kind: plus === '+' ? 'open' : 'places', text: '0'.repeat(hashes.length) }
    return ats === undefined ? { kind: 'fixed', text: text ?? '' } : { kind: 'places', text: 'A'.repeat(ats.length) }
  })
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`)

function sourceOf({ kind, text }: Part): string {
  if (kind === 'fixed') return escaped(text)
  return `(${text.startsWith('A') ? '[A-Z]' : String.raw`\d`}{${text.length}${kind === 'open' ? ',' : ''}})`
}

const last = new Set(['9', 'Z'])
const following = (sign: string) => String.fromCharCode(sign.charCodeAt(0) + 1)

/** One more, in as many places; all of them at their start again when it runs over. */
function increment(figure: string, zero: string): { figure: string; over: boolean } {
  let place = figure.length - 1
  while (place >= 0 && last.has(figure.charAt(place))) place--
  const kept = place < 0 ? '' : figure.slice(0, place) + following(figure.charAt(place))
  return { figure: kept + zero.slice(0, 1).repeat(figure.length - kept.length), over: place < 0 }
}

const withoutZeros = (figure: string) => figure.replace(/^0+/, '')

function compareText(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1
}

export function createNumberSeries(pattern: string): NumberSeries {
  const parts = partsOf(pattern)
  const counted = parts.filter(({ kind }) => kind !== 'fixed')
  const matcher = new RegExp(`^${parts.map(sourceOf).join('')}$`, 'i')
  const read = (number: string) =>
    matcher
      .exec(number.trim())
      ?.slice(1)
      .map((figure) => figure.toUpperCase()) ?? null

  function write(figures: readonly string[]): string {
    let next = 0
    return parts.map(({ kind, text }) => (kind === 'fixed' ? text : (figures[next++] ?? text))).join('')
  }

  return {
    has: (number) => matcher.test(number.trim()),
    compare(one, other) {
      const [ours, theirs] = [read(one) ?? [], read(other) ?? []]
      for (const [place, figure] of ours.entries()) {
        const [left, right] = [withoutZeros(figure), withoutZeros(theirs[place] ?? '')]
        const difference = left.length - right.length || compareText(left, right)
        const fixed = compareText(figure, theirs[place] ?? '')
        const order = counted[place]?.kind === 'open' ? difference : fixed
        if (order !== 0) return order
      }
      return 0
    },
    after(number) {
      const figures = number === null ? counted.map(({ text }) => text) : read(number)
      if (figures === null) throw new Error(`The number is not of the pattern ${pattern}.`)
      for (let place = counted.length - 1; place >= 0; place--) {
        const { kind, text } = counted[place] as Part
        const { figure, over } = increment(figures[place] ?? text, text)
        figures[place] = over && kind === 'open' ? `1${figure}` : figure
        if (!over || kind === 'open') return write(figures)
      }
      return null
    },
  }
}
