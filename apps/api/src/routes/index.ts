import type { FastifyInstance } from 'fastify'
import type { Services } from '../services.ts'
import { postChat } from './chat/post-chat.ts'
import { getHealth } from './operation/get-health.ts'
import { getMetrics } from './operation/get-metrics.ts'
import { getReady } from './operation/get-ready.ts'
import { getPictures } from './shop/get-pictures.ts'
import { getShop } from './shop/get-shop.ts'
import { registerToolRoutes } from './tool-routes.ts'

/** Every route there is. */
export async function registerRoutes(app: FastifyInstance, services: Services) {
  postChat(app, services)
  registerToolRoutes(app, services)
  getShop(app, services)
  await getPictures(app, services)
  getHealth(app)
  getReady(app, services)
  getMetrics(app, services)
}
