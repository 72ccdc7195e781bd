import type { Problem } from '@marketplace-agent/api-client'

/** The API's problem details, where an error is one. */
export function problemOf(error: unknown): Problem | null {
  if (typeof error !== 'object' || error === null) return null
  return 'code' in error && 'detail' in error && 'status' in error ? (error as Problem) : null
}

/** Whether the API could not be reached at all: `fetch` failed, or what stands before it answered in its place. */
export const isUnreachable = (error: unknown): boolean =>
  error instanceof TypeError || (problemOf(error) === null && !(error instanceof Error))

export interface ErrorWords {
  kind: 'unreachable' | 'problem' | 'fault'
  title: string
  detail: string
}

/** An error as the customer reads it: what happened, and what to do. */
export function describeError(error: unknown): ErrorWords {
  const problem = problemOf(error)
  if (problem !== null) {
    const title =
      problem.status === 404 ? 'Not found' : problem.status < 500 ? "That didn't work" : 'Something went wrong'
    return { kind: 'problem', title, detail: problem.tool_result?.message ?? problem.detail }
  }
  if (isUnreachable(error)) {
    return {
      kind: 'unreachable',
      title: "We can't be reached",
      detail: 'Your connection may be down, or the shop is starting. Nothing you typed is lost: try again in a moment.',
    }
  }
  return {
    kind: 'fault',
    title: 'Something went wrong',
    detail: 'This page failed on its own. Reload it; if that does not help, write to us.',
  }
}
