import { CodedError } from '@marketplace-agent/domain'
import type { FastifyInstance } from 'fastify'
import type { Services } from '../../services.ts'
import { sharePicture } from '../../web/share-picture.ts'

/** Drawn ones that are kept; a hundred kilobytes each. */
const mostKept = 50

/** A product's picture as those who preview links take it; no part of the API's description. */
export function getSharePicture(app: FastifyInstance, { shop: { catalog, picturesFolder } }: Services) {
  if (picturesFolder === null) return
  const kept = new Map<string, Promise<Buffer | null>>()
  const drawn = (file: string) => {
    const known = kept.get(file)
    if (known !== undefined) return known
    const made = sharePicture(picturesFolder, file)
    kept.set(file, made)
    made.catch(() => kept.delete(file))
    if (kept.size > mostKept) kept.delete(kept.keys().next().value as string)
    return made
  }
  app.route<{ Params: { id: string } }>({
    method: 'GET',
    url: '/pictures/share/:id(^\\d{1,15}).png',
    schema: { hide: true },
    handler: async ({ params: { id } }, reply) => {
      const file = catalog.get(Number(id))?.picture
      const picture = file === undefined ? null : await drawn(file)
      if (picture === null) throw new CodedError('not_found', `There is no picture of a product ${id}.`)
      return reply.type('image/png').header('cache-control', 'public, max-age=86400').send(picture)
    },
  })
}
