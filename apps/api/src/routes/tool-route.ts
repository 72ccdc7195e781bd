import { type Card, ToolResult, cards } from '@marketplace-agent/domain'
import { type TObject, type TSchema, Type } from '@sinclair/typebox'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { invalidInput, sendProblem } from '../plugins/problems.ts'
import { type ValidationFault, pointerTo, validationFaults } from '../plugins/validation-faults.ts'
import type { Services } from '../services.ts'
import { type AnyTool, writes } from '../tools/define-tool.ts'
import { callerOf, requesterOf } from './caller.ts'
import { cardExamples } from './examples.ts'
import { bodyProblems, commonProblems, problemFor, proofProblems } from './problems.ts'
import { contextOf } from './request-context.ts'

export interface ToolRouteOptions {
  readonly path: string
  readonly operationId: string
  readonly tag: string
  /** POST takes what isn't in the path as its body. */
  readonly method: 'GET' | 'POST'
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

const shownCard = (tool: AnyTool): Card['kind'] => (writes(tool) ? 'proposal' : tool.card)

const exampleOf = (tool: AnyTool): ToolResult => ({
  tool: tool.name,
  outcome: 'ok',
  data: cardExamples[shownCard(tool)],
  message: `${tool.title}, in words.`,
})

function statusFor({ needs, data }: ToolResult, outcome: keyof typeof statusOf): number {
  if (needs === 'proof') return 401
  // Something else waits for a yes or no first.
  return outcome === 'refused' && data?.kind === 'proposal' ? 409 : statusOf[outcome]
}

/** A result that is ok as it is, any other as problem details that carry it. */
export const sendResult = (request: FastifyRequest, reply: FastifyReply, result: ToolResult) =>
  result.outcome === 'ok'
    ? reply.send(result)
    : sendProblem(request, reply, {
        status: statusFor(result, result.outcome),
        code: result.outcome,
        detail: result.message,
        tool_result: result,
      })

/**
 * A route that is a tool: its fields are the tool's input, those named in the path there, the rest in the query or body.
 * Restates no field and decides nothing: the gate does.
 */
export function toolRoute(app: FastifyInstance, services: Services, tool: AnyTool, options: ToolRouteOptions) {
  const { path, operationId, tag, method } = options
  const input = tool.input as TObject
  const pathFields = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name as string)
  const otherFields = Object.keys(input.properties).filter((name) => !pathFields.includes(name))
  /** What of the fields that fit their schemas isn't to be had in this shop. */
  function unknownValues(given: object, misfits: readonly ValidationFault[]): ValidationFault[] {
    const wrong = new Set(misfits.map(({ pointer }) => pointer.split('/')[2]))
    const sound = Object.fromEntries(Object.entries(given).filter(([field]) => !wrong.has(field)))
    return services.gate.faults(tool.name, sound).map(({ path, detail }) => {
      const [field = ''] = path.split('/')
      const part = pathFields.includes(field) ? 'params' : method === 'POST' ? 'body' : 'querystring'
      return { pointer: pointerTo(part, `/${path}`), detail }
    })
  }
  app.route({
    method,
    url: path,
    schema: {
      operationId,
      tags: [tag],
      summary: tool.title,
      description: tool.description,
      ...(tool.access !== 'public' && { security: [{ [tool.access === 'staff' ? 'staff' : 'proof']: [] }] }),
      ...(pathFields.length > 0 && { params: Type.Pick(input, pathFields) }),
      ...(otherFields.length > 0 && {
        [method === 'POST' ? 'body' : 'querystring']: Type.Pick(input, otherFields, { additionalProperties: false }),
      }),
      response: {
        200: {
          description: tool.title,
          content: { 'application/json': { schema: resultSchema(shownCard(tool)), example: exampleOf(tool) } },
        },
        ...((tool.access !== 'public' || tool.limit !== undefined) && proofProblems),
        ...(Object.keys(tool.words.otherwise).length > 0 && problemFor(404, 'not_found', 'There is no such thing.')),
        ...commonProblems,
        ...(method === 'POST' && bodyProblems),
        ...(writes(tool) &&
          problemFor(409, 'refused', 'Another proposal waits for a yes or no; it is in tool_result.')),
        ...problemFor(503, 'failed', 'A part that is needed cannot be used now.'),
      },
    },
    attachValidation: true,
    // Without any body the faults of an empty one are named.
    ...(method === 'POST' && {
      preValidation: async (request) => {
        request.body ??= {}
      },
    }),
    handler: async (request, reply) => {
      // Before the fields are read: it also reads text as the numbers and lists that it stands for.
      const misfits = request.validationError === undefined ? [] : validationFaults(request)
      const given = {
        ...(method === 'POST' ? (request.body as object | undefined) : (request.query as object)),
        ...(request.params as object),
      }
      const unknown = unknownValues(given, misfits)
      if (misfits.length > 0) return sendProblem(request, reply, invalidInput([...misfits, ...unknown]))
      if (unknown.length > 0) {
        return sendProblem(request, reply, invalidInput(unknown, unknown.map(({ detail }) => detail).join(' ')))
      }
      const result = await services.gate.call(
        tool.name,
        given,
        callerOf(await requesterOf(request, services)),
        contextOf(request, reply, services),
      )
      return sendResult(request, reply, result)
    },
  })
}
