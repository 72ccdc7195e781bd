import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import fastifyStatic from '@fastify/static'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import { componentSchemas } from '@marketplace-agent/domain'
import type { Shop } from '@marketplace-agent/catalog'
import type { FastifyInstance, FastifySchema } from 'fastify'
import { shopExamples, withShopExamples } from './shop-examples.ts'

const tags = [
  { name: 'Chat', description: 'Talk to the agent.' },
  { name: 'Products', description: 'The catalogue.' },
  { name: 'Graph', description: 'How products relate.' },
  { name: 'Documents', description: 'Manuals, FAQs and policies.' },
  { name: 'Identity', description: 'Prove who asks.' },
  { name: 'Orders', description: 'Where orders and parcels are, and what can still be changed.' },
  { name: 'Refunds', description: 'Money back.' },
  { name: 'Complaints', description: 'What went wrong, and what makes it good.' },
  { name: 'Proposals', description: 'Changes that wait for a yes.' },
  { name: 'Handovers', description: 'Pass a conversation on to a person.' },
  { name: 'Shop', description: 'The shop itself.' },
  { name: 'Staff', description: 'For the staff of the shop, with its token.' },
  { name: 'Operation', description: 'Health, readiness, metrics.' },
]

const redocPage = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Marketplace Agent API</title>
  </head>
  <body>
    <redoc spec-url="/openapi.json" disable-google-font="true"></redoc>
    <script src="/redoc/redoc.standalone.js"></script>
  </body>
</html>
`

/** The description of the API, generated from the routes, with examples that the shop has; register before them. */
export async function registerDescription(app: FastifyInstance, shop: Shop) {
  const examples = shopExamples(shop)
  for (const schema of componentSchemas) app.addSchema(schema)
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Marketplace Agent API',
        version: '0.1.0',
        description: "The agent that answers an online shop's customers. Errors are problem details (RFC 9457).",
        license: { name: 'MIT', identifier: 'MIT' },
      },
      tags,
      components: {
        securitySchemes: {
          staff: { type: 'http', scheme: 'bearer', description: "The shop's STAFF_TOKEN." },
          proof: { type: 'http', scheme: 'bearer', description: 'A token of `POST /api/proof`.' },
        },
      },
    },
    transform: ({ schema, url }) => ({ schema: withShopExamples(schema, examples) as FastifySchema, url }),
    refResolver: {
      buildLocalReference: (json, _base, _fragment, index) =>
        typeof json['$id'] === 'string' ? json['$id'] : `def-${index}`,
    },
  })
}

/** The pages that show it, and the description itself. */
export async function registerDocumentationPages(app: FastifyInstance) {
  await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: false, uiConfig: { deepLinking: true } })
  const bundles = dirname(createRequire(import.meta.url).resolve('redoc/bundles/redoc.standalone.js'))
  await app.register(fastifyStatic, {
    root: bundles,
    prefix: '/redoc/',
    decorateReply: false,
    schemaHide: true,
    allowedPath: (path) => path === join('/', 'redoc.standalone.js'),
  })
  app.get('/redoc', { schema: { hide: true } }, (_request, reply) => reply.type('text/html').send(redocPage))
  app.get('/openapi.json', { schema: { hide: true } }, (_request, reply) =>
    reply.type('application/json').send(JSON.stringify(app.swagger())),
  )
}
