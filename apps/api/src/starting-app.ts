import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { type BaseConfig, createBaseApp } from './base-app.ts'
import { sendProblem } from './plugins/problems.ts'
import { getHealth } from './routes/operation/get-health.ts'

/** What answers until the app is there: alive, and to all else that it has to be asked again. */
export async function buildStartingApp(config: BaseConfig, log: FastifyBaseLogger): Promise<FastifyInstance> {
  const app = await createBaseApp(config, log)
  app.addHook('onRequest', (request, reply, done) => {
    if (request.routeOptions.url === '/health') done()
    else {
      const detail = 'The server is starting; ask again in a moment.'
      void sendProblem(request, reply.header('retry-after', '1'), { status: 503, code: 'starting', detail })
    }
  })
  getHealth(app)
  await app.ready()
  return app
}
