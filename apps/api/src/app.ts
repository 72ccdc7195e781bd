import { randomUUID } from 'node:crypto'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { registerDescription, registerDocumentationPages } from './plugins/documentation.ts'
import { registerRequestLog } from './plugins/metrics.ts'
import { registerProblems, sendProblem } from './plugins/problems.ts'
import { registerSecurity } from './plugins/security.ts'
import { schemaController } from './plugins/validation.ts'
import { registerRoutes } from './routes/index.ts'
import type { Services } from './services.ts'

/** The HTTP door. Every route is described; serialization is plain JSON, its shape is proved by types and tests. */
export async function buildApp(services: Services): Promise<FastifyInstance> {
  const { config, metrics } = services
  const loggerInstance: FastifyBaseLogger = services.log
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
    requestTimeout: 30_000,
    frameworkErrors: (error, request, reply) => {
      void sendProblem(request, reply, { status: error.statusCode ?? 400, code: 'bad_request', detail: error.message })
    },
    schemaController,
  })
  // JSON is the one type taken; what comes as text would otherwise be validated as a string.
  app.removeContentTypeParser('text/plain')
  registerProblems(app)
  registerRequestLog(app, metrics)
  await registerSecurity(app, config)
  await registerDescription(app)
  await app.register(async (scope) => registerRoutes(scope, services))
  await registerDocumentationPages(app)
  await app.ready()
  return app
}
