import { randomUUID } from 'node:crypto'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import type { Config } from './config.ts'
import { registerProblems, sendProblem } from './plugins/problems.ts'
import { registerSecurity } from './plugins/security.ts'
import { schemaController } from './plugins/validation.ts'

export type BaseConfig = Pick<Config, 'trustProxy' | 'corsOrigins' | 'rateLimit'>

/** What every answer has, whatever the routes: request ids, problem details, validation, security headers, limits. */
export async function createBaseApp(config: BaseConfig, loggerInstance: FastifyBaseLogger): Promise<FastifyInstance> {
  const hops = config.trustProxy
  const app: FastifyInstance = Fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request_id' }),
    trustProxy: typeof hops === 'number' ? (_address, hop) => hop < hops : hops,
    bodyLimit: 64 * 1024,
    genReqId: (request) => {
      const given = request.headers['x-request-id']
      return typeof given === 'string' && /^[A-Za-z0-9._-]{1,64}$/.test(given) ? given : randomUUID()
    },
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error, request, reply) => {
      void sendProblem(request, reply, { status: error.statusCode ?? 400, code: 'bad_request', detail: error.message })
    },
    schemaController,
  })
  // JSON is the one type taken; what comes as text would otherwise be validated as a string.
  app.removeContentTypeParser('text/plain')
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id)
    done()
  })
  registerProblems(app)
  await registerSecurity(app, config)
  return app
}
