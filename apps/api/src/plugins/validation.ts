import AjvCompiler from '@fastify/ajv-compiler'
import type { FastifyServerOptions } from 'fastify'

const options = {
  allErrors: true,
  removeAdditional: false,
  useDefaults: true,
  strict: false,
  // The schemas are ours and a test checks them; to check them at every start would take longer than all else there.
  validateSchema: false,
  meta: false,
} as const

/** A JSON body is taken as it is; what comes as text (query, path) is read as the type that it should be. */
export const schemaController: NonNullable<FastifyServerOptions['schemaController']> = {
  compilersFactory: {
    // Plain JSON: the union of cards would cost more to tell apart than to write; types and a test prove the shapes.
    buildSerializer: () => () => JSON.stringify,
    buildValidator: ((schemas: Record<string, object>, ajv: object) => {
      const build = AjvCompiler()
      const exact = build(schemas, { ...ajv, customOptions: { ...options, coerceTypes: false } })
      const reading = build(schemas, { ...ajv, customOptions: { ...options, coerceTypes: 'array' } })
      return (route: { httpPart: string; schema: object }) => (route.httpPart === 'body' ? exact : reading)(route)
    }) as AjvCompiler.ValidatorFactory,
  },
}
