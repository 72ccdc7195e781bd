import type { Catalog, SpecFilter } from '@marketplace-agent/catalog'

/** "memory>=16" -> `{spec: 'memory', min: 16}`; a value after "=" is a number or true/false where it reads as one. */
export function readSpecFilter(written: string): SpecFilter {
  const [, spec = '', operator = '', value = ''] = /^([a-z0-9_]+)(<=|>=|=)(.+)$/.exec(written) ?? []
  const number = Number(value)
  if (operator === '>=') return { spec, min: number }
  if (operator === '<=') return { spec, max: number }
  if (value === 'true' || value === 'false') return { spec, equals: value === 'true' }
  return { spec, equals: Number.isNaN(number) ? value : number }
}

/** The products that keep to all limits on specs, as they are written. */
export const idsWith = (written: readonly string[], catalog: Catalog): ReadonlySet<number> =>
  new Set(catalog.query({ specs: written.map(readSpecFilter), limit: catalog.size }).items.map(({ id }) => id))
