import { type ChatRequest, chatStream } from '@marketplace-agent/api-client'
import { readTurnEvent, type TurnEvent } from './turn-event.ts'

/** The connection ended before the answer did. */
export class BrokenStream extends TypeError {
  override name = 'BrokenStream'
}

/** The generated client tells a refused stream's status only; its problem says more. */
async function fetchStream(request: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const response = await fetch(request, init)
  if (response.ok) return response
  const problem: unknown = await response.json().catch(() => new BrokenStream(`Refused with ${response.status}.`))
  throw problem
}

/**
 * One turn, event by event, up to `done` or `error`. Throws the API's problem where the message isn't taken, and a TypeError
 * where the connection fails or breaks. The conversation's id is all it needs: it sends no token.
 */
export async function* streamTurn(body: ChatRequest, signal: AbortSignal): AsyncGenerator<TurnEvent> {
  const heard: TurnEvent[] = []
  let fault: unknown = null
  const { stream } = await chatStream({
    body,
    signal,
    auth: () => undefined,
    fetch: fetchStream,
    sseMaxRetryAttempts: 1,
    onSseEvent: ({ event, data }) => {
      const read = readTurnEvent(event, data)
      if (read !== null) heard.push(read)
    },
    onSseError: (error) => (fault = error),
  })
  let ended = false
  for await (const _ of stream) {
    for (const event of heard.splice(0)) {
      ended ||= event.type === 'done' || event.type === 'error'
      yield event
    }
  }
  if (signal.aborted || ended) return
  fault ??= new BrokenStream('The connection ended before the answer did.')
  throw fault
}
