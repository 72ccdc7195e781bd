import { Problem, refOf } from '@marketplace-agent/domain'
import { problemExample } from './examples.ts'

/** The description of one problem that a route may answer with. */
export const problemFor = (status: number, code: string, description: string) => ({
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

/** The problems of a route that takes a token of `POST /api/proof`. */
export const proofProblems = {
  ...problemFor(401, 'unauthorized', 'The token is none of ours, or has expired.'),
  ...problemFor(403, 'refused', 'This caller may not do that.'),
}
