/** A text of an address's search; the router's parser makes numbers of what is all digits. Undefined where there is none. */
export function searchText(value: unknown): string | undefined {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
  return text === '' || text.length > 64 ? undefined : text
}

/** A product's id; undefined where it is none. */
export function searchId(value: unknown): number | undefined {
  const id = Number(value)
  return Number.isSafeInteger(id) && id > 0 ? id : undefined
}
