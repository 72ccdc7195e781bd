import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type PageShop, pageHead, withHead } from '../web/page-head.ts'

/** Nothing but what we serve: no inline script, no style element, no other host. */
const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** What is the API's; an address below these that isn't there is no page of the app. */
const notThePages = /^\/(api|docs|redoc|pictures|assets)(\/|$)|\.[a-z0-9]+$/

/** The app's own addresses: who previews a link asks for them as for anything else, and some only for the head. */
const pages = /^\/(chat|compare|map|refunds|complaints|(products|orders|documents)(\/[^/]+)?)?$/

const wantsPage = ({ method, headers: { accept = '*/*' } }: FastifyRequest, path: string) =>
  (method === 'GET' || method === 'HEAD') &&
  !notThePages.test(path) &&
  (accept.includes('text/html') || (accept.includes('*/*') && pages.test(path)))

/** Answers with the app where a browser asks for a page of it; false: it is no such request. */
export type ServePage = (request: FastifyRequest, reply: FastifyReply) => FastifyReply | false

/**
 * Serves the built web app: its files, and its page at every address that a browser may ask for. Null where it isn't
 * built: then the API is all there is.
 */
export async function registerWebApp(app: FastifyInstance, folder: string, shop: PageShop): Promise<ServePage | null> {
  const page = await readFile(join(folder, 'index.html'), 'utf8').catch(() => null)
  if (page === null) return null
  await app.register(fastifyStatic, {
    root: folder,
    prefix: '/',
    decorateReply: false,
    schemaHide: true,
    index: false,
    wildcard: false,
    globIgnore: ['**/index.html', '**/.vite/**'],
    preCompressed: true,
    setHeaders(reply, path) {
      // Names of built files change with what is in them.
      const kept = path.startsWith(join(folder, 'assets'))
      void reply.header('cache-control', kept ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  const serve: ServePage = (request, reply) => {
    const path = request.url.split('?')[0] ?? '/'
    if (!wantsPage(request, path)) return false
    const origin = `${request.protocol}://${request.host}`
    return reply
      .code(200)
      .headers({ 'content-security-policy': policy, 'cache-control': 'no-cache', vary: 'accept' })
      .type('text/html; charset=utf-8')
      .send(withHead(page, pageHead(path, shop, origin), origin + path))
  }
  return serve
}
