import { ChatRequest, ChatAnswer, componentSchemas, refOf } from '@marketplace-agent/domain'
import Fastify, { type FastifyInstance } from 'fastify'
import { createBaseApp } from '../base-app.ts'
import { environment, readConfig } from '../config.ts'
import { createLogger } from '../logger.ts'
import { createMetrics, registerRequestLog } from '../plugins/metrics.ts'
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

const config = readConfig(environment())

/** `bare`: Fastify and nothing else; `plugins`: all that is around every route of ours, as it is set up there. */
const apps: Readonly<Record<string, () => Promise<FastifyInstance>>> = {
  bare: async () => Fastify({ schemaController }),
  async plugins() {
    const app = await createBaseApp(config, createLogger(config))
    registerRequestLog(app, createMetrics())
    return app
  },
}

/** The peer: a route of the same schema as POST /api/chat that returns a constant. */
const app = await apps[process.argv[2] ?? '']?.()
if (app === undefined) throw new Error(`Say one of ${Object.keys(apps).join(', ')}.`)
for (const schema of componentSchemas) app.addSchema(schema)
app.route({
  method: 'POST',
  url: '/api/chat',
  schema: { body: refOf(ChatRequest), response: { 200: refOf(ChatAnswer) } },
  handler: async () => answer,
})
process.stdout.write(`${await app.listen({ host: config.host, port: 0 })}\n`)
process.on('SIGTERM', () => void app.close())
