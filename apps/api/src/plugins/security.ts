import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
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

/** Only the pages of the documentation may run scripts, and only ours. */
const policyOf = (url: string) => (/^\/(docs|redoc)(\/|\?|$)/.test(url) ? documentation : nothing)

/** What a monitor asks often is not counted against its address. */
const uncounted = new Set(['/health', '/ready', '/metrics'])

export async function registerSecurity(app: FastifyInstance, config: Pick<Config, 'corsOrigins' | 'rateLimit'>) {
  await app.register(helmet, {
    contentSecurityPolicy: false,
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    strictTransportSecurity: false,
  })
  app.addHook('onRequest', async (request, reply) => {
    reply.header('content-security-policy', policyOf(request.url))
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
  })
  await app.register(cors, {
    origin: config.corsOrigins === '*' ? '*' : [...config.corsOrigins],
    methods: ['GET', 'POST'],
    strictPreflight: false,
    allowedHeaders: ['content-type', 'authorization', 'x-request-id'],
    exposedHeaders: ['x-request-id', 'ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset', 'retry-after'],
    maxAge: 600,
  })
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
