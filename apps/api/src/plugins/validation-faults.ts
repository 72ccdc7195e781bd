import type { FastifyRequest } from 'fastify'
import type { FastifySchemaValidationError } from 'fastify/types/schema.js'

export interface ValidationFault {
  readonly pointer: string
  readonly detail: string
}

const escape = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1')

/** The parts of a request as Fastify calls them, and as the pointers do. */
const parts = { params: 'path', querystring: 'query', body: 'body', headers: 'headers' } as const
type Part = keyof typeof parts

/** A JSON Pointer (RFC 6901, as a URI fragment) into the request, an object of path, query, body and headers. */
export const pointerTo = (part: Part, path: string) => `#/${parts[part]}${path}`

function inWords({ keyword, params, message }: FastifySchemaValidationError): string {
  switch (keyword) {
    case 'required':
      return 'is required'
    case 'additionalProperties':
      return 'is not a field of this request'
    case 'enum':
      return `must be one of ${(params['allowedValues'] as unknown[]).join(', ')}`
    case 'pattern':
      return params['pattern'] === '\\S' ? 'must not be blank' : `must match ${String(params['pattern'])}`
    case 'type':
      return `must be of type ${[params['type']].flat().join(' or ')}`
    case 'minLength':
      return `must have at least ${String(params['limit'])} character${params['limit'] === 1 ? '' : 's'}`
    case 'maxLength':
      return `must have at most ${String(params['limit'])} characters`
    default:
      return message ?? 'is not valid'
  }
}

const repeat = 'repeat the parameter for each value'

/** A query has its lists as a parameter that is repeated; commas separate nothing. */
function queryWords(error: FastifySchemaValidationError): string {
  const { keyword, params, instancePath } = error
  if (keyword === 'minItems') return `must have at least ${String(params['limit'])} values; ${repeat}`
  return /\/\d+$/.test(instancePath) ? `${inWords(error)}; ${repeat}` : inWords(error)
}

/** Every fault of a request that doesn't fit the schemas of its route, whichever part they are in. */
export function validationFaults(request: FastifyRequest): ValidationFault[] {
  const given = { params: request.params, querystring: request.query, body: request.body, headers: request.headers }
  return (Object.keys(parts) as Part[]).flatMap((part) => {
    const validate = request.getValidationFunction(part)
    if (validate === undefined || validate(given[part])) return []
    return (validate.errors ?? []).map((error) => {
      const field = error.params['missingProperty'] ?? error.params['additionalProperty']
      const path = typeof field === 'string' ? `${error.instancePath}/${escape(field)}` : error.instancePath
      return { pointer: pointerTo(part, path), detail: part === 'querystring' ? queryWords(error) : inWords(error) }
    })
  })
}
