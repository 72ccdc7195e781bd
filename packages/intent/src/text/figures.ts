/** Reads digits with separators ("1,299.50", "1.299,50", "7.5") as people of a locale write them. */
export function createFigureReader(locale: string): (digits: string) => number {
  const parts = new Intl.NumberFormat(locale).formatToParts(12345.6)
  const group = parts.find((part) => part.type === 'group')?.value === '.' ? '.' : ','
  return (digits) => {
    const marks = digits.replaceAll(/[^.,]/g, '')
    if (marks === '') return Number(ascii(digits))
    const last = marks.at(-1) as string
    const grouped = digits
      .split(/[.,]/)
      .slice(1)
      .every((part) => part.length === 3)
    // Two marks alike group; of two different ones the last is the decimal; a lone one is by the locale where both fit.
    const oneKind = marks === last.repeat(marks.length)
    const decimal = oneKind ? (marks.length > 1 || (grouped && last === group) ? '' : last) : last
    const cleaned = [...ascii(digits)].filter((sign) => (sign !== '.' && sign !== ',') || sign === decimal).join('')
    return Number(cleaned.replace(',', '.'))
  }
}

/** Decimal digits of any script as 0 to 9; each run of ten starts at a code point whose digit is zero. */
const ascii = (digits: string) =>
  /^[\d.,]+$/.test(digits)
    ? digits
    : digits.replaceAll(/\p{Nd}/gu, (digit) => String(digitOf(digit.codePointAt(0) ?? 48)))

function digitOf(code: number): number {
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return (code - zero) % 10
}
