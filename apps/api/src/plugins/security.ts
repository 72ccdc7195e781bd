import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import cors from '@fastify/cors'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import helmet from 'helmet'
import type { Config } from '../config.ts'

const nothing = "default-src 'none'; frame-ancestors 'none'"
const documentation = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

type Headers = Readonly<Record<string, string>>

/** What helmet sets on every answer. Asked once: it never differs, and set by helmet it would slow every answer down. */
function helmetHeaders(): Headers {
  const response = new ServerResponse(new IncomingMessage(new Socket()))
  helmet({
    contentSecurityPolicy: false,
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    strictTransportSecurity: false,
  })(response.req, response, () => {})
  return Object.fromEntries(Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]))
}

/** The headers for an address. Only the pages of the documentation may run scripts, and only ours. */
function createHeaders(): (url: string) => Headers {
  const other = { ...helmetHeaders(), 'content-security-policy': nothing }
  const api = { ...other, 'cache-control': 'no-store' }
  const pages = { ...other, 'content-security-policy': documentation }
  return (url) => {
    if (url.startsWith('/api/')) return api
    return /^\/(docs|redoc)(\/|\?|$)/.test(url) ? pages : other
  }
}

/** What a monitor asks often is not counted against its address. */
const uncounted = new Set(['/health', '/ready', '/metrics'])

export async function registerSecurity(app: FastifyInstance, config: Pick<Config, 'corsOrigins' | 'rateLimit'>) {
  const headersOf = createHeaders()
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(headersOf(request.url))
    done()
  })
  // Without origins no page of another one may call, and no answer depends on where a request comes from.
  if (config.corsOrigins.length > 0) {
    await app.register(cors, {
      origin: config.corsOrigins === '*' ? '*' : [...config.corsOrigins],
      methods: ['GET', 'POST', 'DELETE'],
      strictPreflight: false,
      allowedHeaders: ['content-type', 'authorization', 'x-request-id', 'idempotency-key'],
      exposedHeaders: ['x-request-id', 'ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset', 'retry-after'],
      maxAge: 600,
    })
  }
  if (config.rateLimit > 0) {
    await app.register(rateLimit, {
      max: config.rateLimit,
      timeWindow: '1 minute',
      enableDraftSpec: true,
      allowList: (request) => uncounted.has(request.routeOptions.url ?? ''),
      errorResponseBuilder: (_request, { after, max }) =>
        Object.assign(new Error(`More than ${max} requests a minute from this address; try again in ${after}.`), {
          statusCode: 429,
        }),
    })
  }
}
