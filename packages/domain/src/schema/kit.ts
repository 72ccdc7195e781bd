import { Kind, type Static, type TSchema, Type, TypeRegistry } from '@sinclair/typebox'

TypeRegistry.Set<{ enum: readonly unknown[] }>('StringEnum', (schema, value) => schema.enum.includes(value))

/** A string enum as one `enum` keyword; a union of literals would come out as `anyOf` of one-value enums. */
export const StringEnum = <const T extends readonly string[]>(values: T, options: Record<string, unknown> = {}) =>
  Type.Unsafe<T[number]>({ [Kind]: 'StringEnum', type: 'string', enum: [...values], ...options })

/** A reference by `$id` that keeps both the static type and the component's name in OpenAPI. */
export const refOf = <S extends TSchema>(schema: S) => {
  if (schema.$id === undefined) throw new Error('refOf needs a schema with an $id')
  return Type.Unsafe<Static<S>>(Type.Ref(schema.$id))
}

export const Nullable = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()])

/** A calendar day of the shop's time zone, `YYYY-MM-DD`. */
export const CalendarDate = (options: Record<string, unknown> = {}) =>
  Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', ...options })

/** An instant, ISO 8601 in UTC, `YYYY-MM-DDTHH:MM:SSZ`. */
export const Instant = (options: Record<string, unknown> = {}) =>
  Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?Z$', ...options })
