import {
  CalendarDate,
  Complaint,
  Delivery,
  DocumentHead,
  Instant,
  Order,
  ProductRecord,
  Refund,
  ShopSettings,
  recordComponents,
} from '@marketplace-agent/domain'
import type { Static, TSchema } from '@sinclair/typebox'
import { type TypeCheck, TypeCompiler } from '@sinclair/typebox/compiler'
import { type ValueError, ValueErrorType } from '@sinclair/typebox/errors'
import { type Note, didYouMean, listed } from './fault.ts'

const compile = <S extends TSchema>(schema: S) => TypeCompiler.Compile(schema, [...recordComponents])

/** What each kind of record has to look like. */
export const shapes = {
  settings: compile(ShopSettings),
  product: compile(ProductRecord),
  document: compile(DocumentHead),
  orders: compile(Order),
  deliveries: compile(Delivery),
  complaints: compile(Complaint),
  refunds: compile(Refund),
}

/** Whether a value has a shape; if not, each fault is noted with its field. */
export function hasShape<S extends TSchema>(shape: TypeCheck<S>, value: unknown, note: Note): value is Static<S> {
  if (shape.Check(value)) return true
  const noted = new Set<string>()
  // A field that is misspelt comes before the one that is therefore missing.
  const isUnknown = ({ type }: ValueError) => (type === ValueErrorType.ObjectAdditionalProperties ? 0 : 1)
  for (const error of [...shape.Errors(value)].sort((one, other) => isUnknown(one) - isUnknown(other))) {
    // A missing field is also reported as of the wrong type; the first says it.
    if (noted.has(error.path)) continue
    noted.add(error.path)
    note(fieldOf(error.path), inWords(error))
  }
  return false
}

/** `/items/1/product_id` -> `items[1].product_id`. */
function fieldOf(path: string): string | null {
  const parts = path
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  if (parts.length === 0) return null
  return parts.reduce(
    (field, part) => (/^\d+$/.test(part) ? `${field}[${part}]` : field === '' ? part : `${field}.${part}`),
    '',
  )
}

const lastPart = (path: string) => path.slice(path.lastIndexOf('/') + 1)

const wrongType = new Set([
  ValueErrorType.String,
  ValueErrorType.Number,
  ValueErrorType.Integer,
  ValueErrorType.Boolean,
  ValueErrorType.Array,
  ValueErrorType.Object,
  ValueErrorType.Null,
])

/** Of a value that may be of several types, what is wrong with it as the type that it has. */
const withinType = (error: ValueError): ValueError | undefined =>
  error.errors.flatMap((branch) => [...branch].slice(0, 1)).find(({ type }) => !wrongType.has(type))

function inWords(error: ValueError): string {
  const { type, schema, path, value, message } = error
  const within = type === ValueErrorType.Union ? withinType(error) : undefined
  if (within !== undefined) return inWords(within)
  switch (type) {
    case ValueErrorType.ObjectAdditionalProperties: {
      const known = Object.keys((schema['properties'] as object | undefined) ?? {})
      return `there is no such field${didYouMean(lastPart(path), known)}; there are ${listed(known, 30)}`
    }
    case ValueErrorType.ObjectRequiredProperty:
      return `is missing${hint(schema)}`
    case ValueErrorType.Kind:
      return `${shown(value)} is none of ${listed((schema['enum'] as string[] | undefined) ?? [], 30)}`
    case ValueErrorType.StringPattern:
      return `${shown(value)} is not ${patternInWords(schema)}`
    case ValueErrorType.StringMinLength:
      return schema['minLength'] === 1 ? 'is empty' : `is shorter than ${schema['minLength']} characters`
    case ValueErrorType.NumberMinimum:
    case ValueErrorType.IntegerMinimum:
      return `${shown(value)} is less than ${schema['minimum']}`
    case ValueErrorType.NumberMaximum:
    case ValueErrorType.IntegerMaximum:
      return `${shown(value)} is more than ${schema['maximum']}`
    case ValueErrorType.ArrayMinItems:
      return 'is empty; it needs one at least'
    case ValueErrorType.Union:
    case ValueErrorType.String:
    case ValueErrorType.Number:
    case ValueErrorType.Integer:
    case ValueErrorType.Boolean:
    case ValueErrorType.Array:
    case ValueErrorType.Object:
    case ValueErrorType.Null:
      return `${shown(value)} is not ${typeInWords(schema)}${hint(schema)}`
    default:
      return message.charAt(0).toLowerCase() + message.slice(1)
  }
}

const hint = (schema: TSchema) =>
  schema.description === undefined ? '' : ` (${schema.description.replace(/\.$/, '')})`

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

function patternInWords(schema: TSchema): string {
  if (schema['pattern'] === CalendarDate().pattern) return 'a date like 2026-02-10'
  if (schema['pattern'] === Instant().pattern) return 'a time in UTC like 2026-02-10T09:30:00Z'
  return `of the form ${schema['pattern']}${hint(schema)}`
}

const types: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  null: 'null',
  object: 'an object',
}

function typeInWords(schema: TSchema): string {
  const options = schema['anyOf'] as TSchema[] | undefined
  if (options !== undefined) return options.map(typeInWords).join(' or ')
  if (schema['type'] !== 'array') return types[schema['type'] as string] ?? 'what belongs here'
  const items = schema['items'] as TSchema | undefined
  return items?.['type'] === 'string' ? 'a list of texts' : 'a list'
}
