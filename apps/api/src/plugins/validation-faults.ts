import type { FastifySchemaValidationError } from 'fastify/types/schema.js'

export interface ValidationFault {
  readonly pointer: string
  readonly detail: string
}

const escape = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1')

/** Where a fault lies: a JSON Pointer into the body, or a fragment naming the query or path field. */
function pointerOf(context: string, path: string): string {
  if (context === 'body') return path === '' ? '' : path
  const part = context === 'querystring' ? 'query' : context === 'params' ? 'path' : context
  return `#/${part}${path}`
}

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

/** Every fault of a request that did not fit its schema. */
export function validationFaults(errors: readonly FastifySchemaValidationError[], context: string): ValidationFault[] {
  return errors.map((error) => {
    const field = error.params['missingProperty'] ?? error.params['additionalProperty']
    const path = typeof field === 'string' ? `${error.instancePath}/${escape(field)}` : error.instancePath
    return { pointer: pointerOf(context, path), detail: inWords(error) }
  })
}
