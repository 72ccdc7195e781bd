import { closest, distance } from 'fastest-levenshtein'

/** What is wrong with a shop's folder, in one place of it. */
export interface Fault {
  /** Path inside the folder; empty for the folder itself. */
  readonly file: string
  /** Which record of the file: its number, id or name; null where the whole file is meant. */
  readonly record: string | null
  /** Which field of the record ("items[1].product_id"); null where the whole record is meant. */
  readonly field: string | null
  /** What is wrong and what to do. */
  readonly message: string
}

/** `records/orders.json, ORD-1017, items[1].product_id: there is no product 99; …` */
export const faultLine = ({ file, record, field, message }: Fault): string => {
  const place = [file, record, field].filter((part) => part !== null && part !== '').join(', ')
  return place === '' ? message : `${place}: ${message}`
}

/** Notes a fault of one record; the field may be left out. */
export type Note = (field: string | null, message: string) => void

export const noteIn =
  (faults: Fault[], file: string, record: string | null): Note =>
  (field, message) => {
    faults.push({ file, record, field, message })
  }

/** ` (did you mean "colour"?)` where a known name is near. */
export function didYouMean(name: string, known: Iterable<string>): string {
  const names = [...known]
  if (names.length === 0) return ''
  const nearest = closest(name.toLowerCase(), names)
  return distance(name.toLowerCase(), nearest.toLowerCase()) <= Math.max(2, name.length / 3)
    ? ` (did you mean "${nearest}"?)`
    : ''
}

/** `a, b, c`; of a long list only the first and how many more there are. */
export function listed(names: Iterable<string>, most = 12): string {
  const all = [...names]
  if (all.length === 0) return 'none'
  const shown = all.slice(0, most)
  const rest = all.length - shown.length
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ')
}
