import { Type } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import type { Services } from '../../services.ts'
import { commonProblems } from '../problems.ts'

const ShopInfo = Type.Object(
  {
    name: Type.String(),
    greeting: Type.String(),
    currency: Type.String(),
    locale: Type.String(),
    time_zone: Type.String(),
    contact: Type.Object({
      email: Type.String(),
      phone: Type.Optional(Type.String()),
      hours: Type.Optional(Type.String()),
    }),
    order_number_pattern: Type.String({ description: '# is a digit, @ a letter, #+ one or more digits.' }),
  },
  {
    examples: [
      {
        name: 'Acme',
        greeting: 'Hello!',
        currency: 'USD',
        locale: 'en-US',
        time_zone: 'America/New_York',
        contact: { email: 'help@acme.example' },
        order_number_pattern: 'A-####',
      },
    ],
  },
)

export function getShop(app: FastifyInstance, { shop: { settings } }: Services) {
  const { name, greeting, currency, locale, time_zone, contact, numbers } = settings
  const info = { name, greeting, currency, locale, time_zone, contact, order_number_pattern: numbers.order }
  app.route({
    method: 'GET',
    url: '/api/shop',
    schema: {
      operationId: 'getShop',
      tags: ['Shop'],
      summary: 'The shop',
      description: 'Name, greeting, currency and contact: what a front end needs to know of the shop it shows.',
      response: {
        200: { description: 'The shop.', content: { 'application/json': { schema: ShopInfo } } },
        ...commonProblems,
      },
    },
    handler: async () => info,
  })
}
