import { get as getPlainly, type IncomingMessage } from 'node:http'
import { get as getSecurely } from 'node:https'
import type { Readable } from 'node:stream'
import { ModelFault } from '../model-thread/model-fault.ts'

export interface HttpAnswer {
  readonly status: number
  /** Bytes of the body, where the server says so. */
  readonly length: number | null
  /** To be read or destroyed; fails where it is cut short. */
  readonly body: Readable
}

/** GET, redirects followed. Rejects where no answer begins; with the signal aborted, that and the body fail. */
export type HttpGet = (url: string, signal: AbortSignal) => Promise<HttpAnswer>

const redirects = new Set([301, 302, 303, 307, 308])
const mostRedirects = 5

/**
 * By node:http, for a reader that may be slower than the sender: the `fetch` of Node 24 then takes the whole process with it
 * when the sender closes the connection (nodejs/undici#5360).
 */
export const httpGet: HttpGet = async (url, signal) => {
  let address = new URL(url)
  for (let count = 0; count <= mostRedirects; count++) {
    const response = await request(address, signal)
    const { statusCode = 0, headers } = response
    if (!redirects.has(statusCode) || headers.location === undefined) {
      const length = Number(headers['content-length'] ?? Number.NaN)
      return { status: statusCode, length: Number.isSafeInteger(length) ? length : null, body: response }
    }
    response.destroy()
    address = redirected(address, headers.location)
  }
  throw new ModelFault('unusable', `${url} redirects more than ${mostRedirects} times`)
}

function redirected(from: URL, location: string): URL {
  const to = URL.canParse(location, from.href) ? new URL(location, from) : null
  if (to?.protocol === 'https:' || (to?.protocol === 'http:' && from.protocol === 'http:')) return to
  throw new ModelFault('unusable', `${from.href} redirects to what is no https address`)
}

async function request(url: URL, signal: AbortSignal): Promise<IncomingMessage> {
  const get: typeof getPlainly = url.protocol === 'https:' ? getSecurely : getPlainly
  const asked = get(url, { signal, headers: { 'accept-encoding': 'identity' } })
  try {
    return await new Promise((resolve, reject) =>
      asked
        .on('response', resolve)
        .on('error', reject)
        // One that switches protocols is neither.
        .on('close', () => reject(new Error('The connection was closed without an answer.'))),
    )
  } catch (error) {
    // The server may have ended an idle connection at that moment.
    if (asked.reusedSocket && !signal.aborted) return await request(url, signal)
    throw error
  }
}
