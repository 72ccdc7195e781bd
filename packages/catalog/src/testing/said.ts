import type { Catalog } from '../types.ts'

/** What a text names, shortly: `product[the x1] 1`, `value[16gb ram] ram=16`; candidates after each other. */
export const said = (catalog: Catalog, text: string): string[] =>
  catalog.link(text).map(({ kind, start, end, candidates }) => {
    const ids = candidates.map(({ id, value }) => (value === undefined ? `${id}` : `${id}=${value}`))
    return `${kind}[${text.slice(start, end)}] ${ids.join(' ')}`
  })
