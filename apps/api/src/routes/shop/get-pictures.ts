import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import type { Services } from '../../services.ts'

/** The pictures of the shop's folder. An SVG opened by itself may run nothing: the policy of every answer is `none`. */
export async function getPictures(app: FastifyInstance, { shop: { picturesFolder } }: Services) {
  if (picturesFolder === null) return
  await app.register(fastifyStatic, {
    root: picturesFolder,
    prefix: '/pictures/',
    decorateReply: false,
    schemaHide: true,
    index: false,
    maxAge: '1h',
  })
}
