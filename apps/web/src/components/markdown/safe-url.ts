const allowed = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** An address that may be linked to; null for all others (scripts, data). */
export function safeUrl(address: string): string | null {
  try {
    const url = new URL(address, location.origin)
    return allowed.has(url.protocol) ? url.href : null
  } catch {
    return null
  }
}
