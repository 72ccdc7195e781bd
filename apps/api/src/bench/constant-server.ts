import { ChatRequest, ChatAnswer, componentSchemas, refOf } from '@marketplace-agent/domain'
import Fastify from 'fastify'
import { schemaController } from '../plugins/validation.ts'

const answer: ChatAnswer = {
  response: 'Order ORD-1002 has shipped and is in transit. It is expected on February 10, 2026.',
  session_id: 'bench',
  intent: 'order_status',
  intents: [{ intent: 'order_status', score: 1 }],
  sources: [],
  tool_results: [
    {
      tool: 'order_status',
      outcome: 'ok',
      data: { kind: 'order', number: 'ORD-1002', state: 'in_transit' },
      message: '',
    },
  ],
  suggestions: [],
  degraded: [],
}

/** The peer: a route of the same schema as POST /api/chat that returns a constant. */
const app = Fastify({ schemaController })
for (const schema of componentSchemas) app.addSchema(schema)
app.route({
  method: 'POST',
  url: '/api/chat',
  schema: { body: refOf(ChatRequest), response: { 200: refOf(ChatAnswer) } },
  handler: async () => answer,
})
process.stdout.write(`${await app.listen({ host: '127.0.0.1', port: 0 })}\n`)
process.on('SIGTERM', () => void app.close())
