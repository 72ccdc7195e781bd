import type { ShopSettings } from '@marketplace-agent/domain'

/** A shop's specs by what they are called. */
export interface SpecNames {
  /** The spec of the first name that the shop has. */
  first(names?: readonly string[]): string | null
}

export function createSpecNames({ specs }: ShopSettings): SpecNames {
  const ids = new Map<string, string>()
  for (const spec of specs) for (const name of [...spec.aliases, spec.label]) ids.set(name.toLowerCase(), spec.id)
  return { first: (names = []) => names.map((name) => ids.get(name)).find((id) => id !== undefined) ?? null }
}
