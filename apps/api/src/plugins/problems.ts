import { STATUS_CODES } from 'node:http'
import { CodedError, type ErrorCode, type Problem } from '@marketplace-agent/domain'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type ValidationFault, validationFaults } from './validation-faults.ts'

const statusOf: Readonly<Record<ErrorCode, number>> = {
  invalid_input: 422,
  not_found: 404,
  refused: 403,
  unauthorized: 401,
  conflict: 409,
  unavailable: 503,
  deadline_exceeded: 504,
  aborted: 499,
  internal: 500,
}

const codeOf: Readonly<Record<number, string>> = {
  400: 'bad_request',
  401: 'unauthorized',
  404: 'not_found',
  405: 'method_not_allowed',
  409: 'conflict',
  413: 'too_large',
  415: 'unsupported_media_type',
  429: 'rate_limited',
}

export type ProblemFields = Pick<Problem, 'status' | 'code' | 'detail'> & Partial<Problem>

/** Sends problem details (RFC 9457). */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, fields: ProblemFields) {
  const problem: Problem = {
    type: 'about:blank',
    title: STATUS_CODES[fields.status] ?? 'Error',
    instance: request.url.split('?')[0] ?? request.url,
    request_id: request.id,
    ...fields,
  }
  return reply.code(fields.status).type('application/problem+json').serializer(JSON.stringify).send(problem)
}

export const invalidInput = (errors: readonly ValidationFault[], detail = 'The request is not valid: see errors.') => ({
  status: 422,
  code: 'invalid_input',
  detail,
  errors: [...errors],
})

function fieldsOf(error: FastifyError | CodedError, request: FastifyRequest): ProblemFields {
  if (error instanceof CodedError) {
    return {
      status: statusOf[error.code],
      code: error.code,
      detail: error.code === 'internal' ? 'Something went wrong here; it is in our log.' : error.message,
      ...(error.details.length > 0 && { errors: [...error.details] }),
    }
  }
  if (error.validation !== undefined) {
    return invalidInput(validationFaults(request))
  }
  const status = error.statusCode ?? 500
  if (status >= 500) return { status: 500, code: 'internal', detail: 'Something went wrong here; it is in our log.' }
  return { status, code: codeOf[status] ?? 'bad_request', detail: error.message }
}

export function registerProblems(app: FastifyInstance) {
  app.setErrorHandler((error: FastifyError | CodedError, request, reply) => {
    const fields = fieldsOf(error, request)
    if (fields.status >= 500) request.log.error({ err: error }, 'request failed')
    return sendProblem(request, reply, fields)
  })
}

/** What answers where there is no route; `otherwise` is asked first, and gives false for what isn't its own. */
export function registerNotFound(
  app: FastifyInstance,
  otherwise: ((request: FastifyRequest, reply: FastifyReply) => FastifyReply | false) | null,
) {
  app.setNotFoundHandler(
    (request, reply) =>
      otherwise?.(request, reply) ||
      sendProblem(request, reply, {
        status: 404,
        code: 'not_found',
        detail: `There is nothing at ${request.method} ${request.url.split('?')[0]}; /docs lists what there is.`,
      }),
  )
}
