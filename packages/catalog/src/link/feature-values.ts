import type { ProductRecord, ShopSettings, SpecDefinition } from '@marketplace-agent/domain'
import { tokenize } from '../words/tokens.ts'
import { canonicalUnit } from './measure-units.ts'
import { joined } from './units.ts'

/** The values that a shop's products have for one spec. */
export interface SpecValues {
  readonly definition: SpecDefinition
  /** Each text value with the positions of the products that have it. */
  readonly texts: ReadonlyMap<string, readonly number[]>
  /** Each number, with the value as it stands in the products (16, or "16 GB"). */
  readonly numbers: ReadonlyMap<number, number | string>
  /** The units that its numbers are in. */
  readonly units: ReadonlySet<string>
}

/** A number with a unit at the start of a text value: "16 GB DDR5". */
const measured = /^\s*(\d+(?:\.\d+)?)[\s-]*([\p{L}%"″]+)/u

/** Gathers what values each spec has in the shop. */
export function gatherValues(settings: ShopSettings, products: readonly ProductRecord[]): SpecValues[] {
  const gathered = new Map(settings.specs.map((definition) => [definition.id, emptyValues(definition)]))
  products.forEach((product, position) => {
    for (const [id, value] of Object.entries(product.specs)) {
      const values = gathered.get(id)
      if (values === undefined || typeof value === 'boolean') continue
      if (typeof value === 'number') values.numbers.set(value, value)
      else for (const text of Array.isArray(value) ? value : [value]) addText(values, text, position)
    }
  })
  return [...gathered.values()]
}

type Gathered = ReturnType<typeof emptyValues>

const emptyValues = (definition: SpecDefinition) => ({
  definition,
  texts: new Map<string, number[]>(),
  numbers: new Map<number, number | string>(),
  units: displayUnits(definition.display),
})

function addText(values: Gathered, text: string, position: number) {
  const there = values.texts.get(text)
  if (there !== undefined) return void there.push(position)
  values.texts.set(text, [position])
  const measure = measured.exec(text)
  if (measure === null) return
  const [, number = '', unit = ''] = measure
  values.numbers.set(Number(number), text)
  values.units.add(unitOfSign(unit) ?? canonicalUnit(unit.toLowerCase()))
}

/** "{value} fl oz" -> floz; "up to {value} hours" -> hour. */
function displayUnits(display: string | undefined): Set<string> {
  const after = display?.split('{value}')[1]
  if (after === undefined) return new Set()
  const sign = unitOfSign(after.trim())
  if (sign !== null) return new Set([sign])
  const tokens = tokenize(after)
  return new Set(
    [tokens.slice(0, 1), tokens.slice(0, 2)].filter((run) => run.length > 0).map((run) => canonicalUnit(joined(run))),
  )
}

/** The unit that a sign after a number means. */
export const unitOfSign = (text: string): string | null =>
  /^(?:["″”]|'')/.test(text) ? 'inch' : text.startsWith('%') ? 'percent' : null
