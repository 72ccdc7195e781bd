import type { FastifyInstance } from 'fastify'
import { createBaseApp } from './base-app.ts'
import { registerDescription, registerDocumentationPages } from './plugins/documentation.ts'
import { registerRequestLog } from './plugins/metrics.ts'
import { registerNotFound } from './plugins/problems.ts'
import { registerWebApp } from './plugins/web-app.ts'
import { registerRoutes } from './routes/index.ts'
import type { Services } from './services.ts'

/** The HTTP door. Every route is described; serialization is plain JSON, its shape is proved by types and tests. */
export async function buildApp(services: Services): Promise<FastifyInstance> {
  const app = await createBaseApp(services.config, services.log)
  registerRequestLog(app, services.metrics)
  await registerDescription(app, services.shop)
  await app.register(async (scope) => registerRoutes(scope, services))
  await registerDocumentationPages(app)
  registerNotFound(app, await registerWebApp(app, services.config.webFolder, services.shop))
  await app.ready()
  return app
}
