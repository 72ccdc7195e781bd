import type { FastifyInstance } from 'fastify'
import type { Services } from '../services.ts'
import { postChat } from './chat/post-chat.ts'
import { postChatStream } from './chat/post-chat-stream.ts'
import { deleteConversation } from './conversations/delete-conversation.ts'
import { getConversation } from './conversations/get-conversation.ts'
import { getHealth } from './operation/get-health.ts'
import { getMetrics } from './operation/get-metrics.ts'
import { getReady } from './operation/get-ready.ts'
import { postProof } from './proof/post-proof.ts'
import { settleProposals } from './proposals/settle-proposal.ts'
import { getTurns } from './staff/get-turns.ts'
import { getPictures } from './shop/get-pictures.ts'
import { getSharePicture } from './shop/get-share-picture.ts'
import { getShop } from './shop/get-shop.ts'
import { registerToolRoutes } from './tool-routes.ts'

/** Every route there is. */
export async function registerRoutes(app: FastifyInstance, services: Services) {
  postChat(app, services)
  postChatStream(app, services)
  getConversation(app, services)
  deleteConversation(app, services)
  postProof(app, services)
  settleProposals(app, services)
  registerToolRoutes(app, services)
  getTurns(app, services)
  getShop(app, services)
  getSharePicture(app, services)
  await getPictures(app, services)
  getHealth(app)
  getReady(app, services)
  getMetrics(app, services)
}
