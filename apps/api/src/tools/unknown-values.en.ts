import type { Shop } from '@marketplace-agent/catalog'
import type { InputFault } from './define-tool.ts'
import { factIds } from './product-fact.ts'
import { readSpecFilter } from './spec-filter.ts'

const mostNamed = 30

function unknown(path: string, thing: string, value: string, known: readonly string[]): InputFault {
  const rest = known.length - mostNamed
  const named = known.slice(0, mostNamed).join(', ')
  return { path, detail: `There is no ${thing} “${value}”. There are: ${named}${rest > 0 ? ` and ${rest} more` : ''}.` }
}

const unknownAmong = (field: string, thing: string, values: readonly string[], known: readonly string[]) =>
  values.flatMap((value, place) => (known.includes(value) ? [] : [unknown(`${field}/${place}`, thing, value, known)]))

export const unknownCategories = (values: readonly string[] = [], { settings }: Shop): InputFault[] =>
  unknownAmong(
    'category',
    'category',
    values,
    settings.categories.map(({ id }) => id),
  )

/** Brands are found however they are capitalized. */
export function unknownBrands(values: readonly string[] = [], { catalog }: Shop): InputFault[] {
  const known = new Set(catalog.brands.map((brand) => brand.toLowerCase()))
  return values.flatMap((value, place) =>
    known.has(value.toLowerCase()) ? [] : [unknown(`brand/${place}`, 'brand', value, catalog.brands)],
  )
}

export const unknownFacts = (values: readonly string[] = [], shop: Shop): InputFault[] =>
  unknownAmong('facts', 'spec', values, factIds(shop))

/** `known`: orders, and what may be sorted by with or without a minus before it. */
export const unknownSort = (sort: string | undefined, known: readonly string[], field = 'sort'): InputFault[] =>
  sort === undefined || known.includes(sort) || known.includes(sort.replace(/^-/, ''))
    ? []
    : [unknown(field, 'sort order', sort, known)]

export const unknownSpecs = (limits: readonly string[] = [], { catalog, settings }: Shop): InputFault[] =>
  limits.flatMap((limit, place) => {
    const path = `spec/${place}`
    const filter = readSpecFilter(limit)
    if (catalog.spec(filter.spec) === undefined) {
      const known = settings.specs.map(({ id }) => id)
      return [unknown(path, 'spec', filter.spec, known)]
    }
    const bounds = 'equals' in filter ? [] : [filter.min, filter.max]
    return bounds.some(Number.isNaN)
      ? [{ path, detail: `“${limit}” limits nothing: after <= or >= comes a number.` }]
      : []
  })
