import { type Static, Type } from '@sinclair/typebox'
import { refOf } from './kit.ts'
import { ToolResult } from './tool-result.ts'

/**
 * Problem details, RFC 9457. `code` is stable and made for programs; `errors` names every fault of invalid input,
 * `tool_result` is what the tool came to where one was called.
 */
export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
    instance: Type.Optional(Type.String()),
    code: Type.String(),
    request_id: Type.Optional(Type.String()),
    errors: Type.Optional(
      Type.Array(
        Type.Object({
          pointer: Type.String({
            description: 'JSON Pointer into the request: #/body/NAME, #/query/NAME, #/path/NAME or #/headers/NAME.',
          }),
          detail: Type.String(),
        }),
      ),
    ),
    tool_result: Type.Optional(refOf(ToolResult)),
  },
  { $id: 'Problem' },
)
export type Problem = Omit<Static<typeof Problem>, 'tool_result'> & { tool_result?: ToolResult }
