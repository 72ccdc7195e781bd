import type { ProductRecord, ShopSettings, SpecDefinition, SpecValue } from '@marketplace-agent/domain'
import type { ComparedSpec } from './port.ts'
import { sameValue } from './spec-value.ts'

/** Every spec that any of the products has, in the shop's order. */
export function compareSpecs(settings: ShopSettings, products: readonly ProductRecord[]): ComparedSpec[] {
  const definitions = new Map(settings.specs.map((definition) => [definition.id, definition]))
  const present = new Set(products.flatMap((product) => Object.keys(product.specs)))
  return [...new Set([...definitions.keys(), ...present])]
    .filter((spec) => present.has(spec))
    .map((spec) => {
      const values = products.map((product) => product.specs[spec] ?? null)
      return {
        spec,
        values,
        differs: values.some((value) => !sameValue(value, values[0] ?? null)),
        best: bestOf(values, definitions.get(spec)?.better),
      }
    })
}

/** Only numbers that differ have a best; a product whose value isn't known neither wins nor loses. */
function bestOf(values: readonly (SpecValue | null)[], better: SpecDefinition['better']): number[] {
  const known = values.filter((value) => value !== null)
  const numbers = known.filter((value) => typeof value === 'number')
  if (better === undefined || numbers.length < known.length || new Set(numbers).size < 2) return []
  const best = better === 'higher' ? Math.max(...numbers) : Math.min(...numbers)
  return values.flatMap((value, position) => (value === best ? [position] : []))
}
