import { englishLocale } from '@marketplace-agent/domain'
import { Type } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import type { Services } from '../../services.ts'
import { commonProblems } from '../problems.ts'

const ShopInfo = Type.Object(
  {
    name: Type.String(),
    greeting: Type.String(),
    currency: Type.String(),
    locale: Type.String({ description: 'BCP 47, for amounts and numbers.' }),
    english_locale: Type.String({ description: 'BCP 47: the English of dates and names of countries.' }),
    time_zone: Type.String(),
    contact: Type.Object({
      email: Type.String(),
      phone: Type.Optional(Type.String()),
      hours: Type.Optional(Type.String()),
    }),
    description: Type.Optional(Type.String({ description: 'The shop in a sentence or two.' })),
    number_patterns: Type.Object(
      { order: Type.String(), tracking: Type.String(), complaint: Type.String(), refund: Type.String() },
      { description: 'How its numbers are written: # is a digit, @ a letter, #+ one or more digits.' },
    ),
  },
  {
    examples: [
      {
        name: 'Acme',
        greeting: 'Hello!',
        currency: 'USD',
        locale: 'en-US',
        english_locale: 'en-US',
        time_zone: 'America/New_York',
        contact: { email: 'help@acme.example' },
        description: 'Tools for people who build things.',
        number_patterns: { order: 'A-####', tracking: 'T-########', complaint: 'C-####', refund: 'R-####' },
      },
    ],
  },
)

export function getShop(app: FastifyInstance, { shop: { settings } }: Services) {
  const { name, greeting, description, currency, locale, time_zone, contact, numbers } = settings
  const info = {
    name,
    greeting,
    ...(description !== undefined && { description }),
    currency,
    locale,
    english_locale: englishLocale(locale),
    time_zone,
    contact,
    number_patterns: numbers,
  }
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
