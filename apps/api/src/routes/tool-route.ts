import { type Card, Problem, ToolResult, cards, refOf } from '@marketplace-agent/domain'
import { type TObject, type TSchema, Type } from '@sinclair/typebox'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sendProblem } from '../plugins/problems.ts'
import type { Services } from '../services.ts'
import type { AnyTool } from '../tools/define-tool.ts'
import { cardExamples, problemExample } from './examples.ts'
import { callerOf, contextOf } from './request-context.ts'

export interface ToolRouteOptions {
  readonly path: string
  readonly operationId: string
  readonly tag: string
}

const problemFor = (status: number, code: string, description: string) => ({
  [status]: {
    description,
    content: {
      'application/problem+json': { schema: refOf(Problem), example: problemExample(status, code, description) },
    },
  },
})

/** The problems that every route may answer with. */
export const commonProblems = {
  ...problemFor(422, 'invalid_input', 'The request is not valid; `errors` names every fault.'),
  ...problemFor(429, 'rate_limited', 'Too many requests from this address.'),
  ...problemFor(500, 'internal', 'Something went wrong here.'),
}

/** The problems of a route that takes a body. */
export const bodyProblems = {
  ...problemFor(400, 'bad_request', 'The body is no JSON.'),
  ...problemFor(413, 'too_large', 'The body is too large.'),
  ...problemFor(415, 'unsupported_media_type', 'The body is not of type application/json.'),
}

const statusOf = { not_found: 404, refused: 403, needs_input: 422, failed: 503 } as const

/** The result type with its card narrowed to the one kind the tool shows. */
function resultSchema(kind: Card['kind']): TSchema {
  const card = cards.find((each) => each.properties.kind.const === kind)
  if (card === undefined) throw new Error(`There is no card of kind "${kind}".`)
  return Type.Unsafe({
    allOf: [Type.Ref(ToolResult.$id as string), { type: 'object', properties: { data: Type.Ref(card.$id as string) } }],
  })
}

const exampleOf = ({ name, title, card }: AnyTool): ToolResult => ({
  tool: name,
  outcome: 'ok',
  data: cardExamples[card as Card['kind']],
  message: `${title}, in words.`,
})

const sendResult = (request: FastifyRequest, reply: FastifyReply, result: ToolResult) =>
  result.outcome === 'ok'
    ? reply.send(result)
    : sendProblem(request, reply, {
        status: statusOf[result.outcome],
        code: result.outcome,
        detail: result.message,
        tool_result: result,
      })

/**
 * A route that is a tool: its fields are the tool's input, those named in the path there, the rest in the query.
 * Restates no field and decides nothing: the gate does.
 */
export function toolRoute(app: FastifyInstance, services: Services, tool: AnyTool, options: ToolRouteOptions) {
  const { path, operationId, tag } = options
  const input = tool.input as TObject
  const pathFields = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name as string)
  const queryFields = Object.keys(input.properties).filter((name) => !pathFields.includes(name))
  app.route({
    method: 'GET',
    url: path,
    schema: {
      operationId,
      tags: [tag],
      summary: tool.title,
      description: tool.description,
      ...(tool.access === 'staff' && { security: [{ staff: [] }] }),
      ...(pathFields.length > 0 && { params: Type.Pick(input, pathFields) }),
      ...(queryFields.length > 0 && { querystring: Type.Pick(input, queryFields, { additionalProperties: false }) }),
      response: {
        200: {
          description: tool.title,
          content: { 'application/json': { schema: resultSchema(tool.card), example: exampleOf(tool) } },
        },
        ...(tool.access !== 'public' && problemFor(403, 'refused', 'This caller may not do that.')),
        ...(Object.keys(tool.words.otherwise).length > 0 && problemFor(404, 'not_found', 'There is no such thing.')),
        ...commonProblems,
        ...problemFor(503, 'failed', 'A part that is needed cannot be used now.'),
      },
    },
    handler: async (request, reply) => {
      const given = { ...(request.params as object), ...(request.query as object) }
      const result = await services.gate.call(
        tool.name,
        given,
        callerOf(request, services),
        contextOf(request, reply, services),
      )
      return sendResult(request, reply, result)
    },
  })
}
