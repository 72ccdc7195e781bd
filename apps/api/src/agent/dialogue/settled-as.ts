import type { Request } from '../request.ts'

/** A request of which it is settled what it asks for, whatever its words alone were read as. */
export function settledAs(request: Request, { task, intent }: Pick<Request, 'task' | 'intent'>): Request {
  // Calls that were settled for what it was read as don't answer it.
  const { calls: _calls, ...rest } = request
  return { ...rest, task, intent, confident: true, clause: { ...request.clause, task, intent } }
}

export const asRefund = (request: Request): Request => settledAs(request, { task: 'start_refund', intent: 'refund' })

export const asComplaint = (request: Request): Request =>
  settledAs(request, { task: 'file_complaint', intent: 'complaint' })
