import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registerNotFound } from './problems.ts'
import { registerWebApp } from './web-app.ts'

const page =
  '<html><head><title>Shop</title>\n    <!-- head --></head><body><script src="/assets/app-1.js"></script></body></html>'
const nasty = '</script><script>alert(1)</script>"&'
const shop = {
  settings: { name: 'Fernvale', greeting: 'Hello!', currency: 'GBP' },
  catalog: {
    get: (id: number) => (id === 7 ? ({} as never) : undefined),
    present: () =>
      ({
        id: 7,
        name: `Fork ${nasty}`,
        brand: 'Fern',
        price: 19.5,
        description: `Digs. ${'deep '.repeat(60)}`,
        in_stock: true,
        picture: '/pictures/fork.svg',
      }) as never,
  },
}

let folder: string
let app: FastifyInstance
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'web-'))
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'index.html'), page)
  await writeFile(join(folder, 'theme.js'), 'theme()')
  await writeFile(join(folder, 'assets/app-1.js'), 'app()')
  await writeFile(join(folder, 'assets/app-1.js.gz'), 'compressed')
  app = Fastify()
  app.get('/api/shop', () => shop.settings)
  registerNotFound(app, await registerWebApp(app, folder, shop))
})
afterAll(async () => {
  await app.close()
  await rm(folder, { recursive: true })
})

const ask = (url: string, accept = 'text/html,*/*;q=0.8', headers: Record<string, string> = {}) =>
  app.inject({ url, headers: { accept, host: 'fernvale.example', ...headers } })

describe('the web app', () => {
  it.each(['/', '/products', '/orders/AB-1?x=1', '/products/7', '/no/such/page'])(
    'answers a browser at %s',
    async (url) => {
      const response = await ask(url)
      expect(response.statusCode).toBe(200)
      expect(response.headers['content-type']).toContain('text/html')
      expect(response.headers['content-security-policy']).toContain("script-src 'self'")
      expect(response.headers['content-security-policy']).not.toContain('unsafe')
      expect(response.body).toContain('<script src="/assets/app-1.js">')
    },
  )

  it.each([
    ['/api/none', 'text/html'],
    ['/assets/none.js', 'text/html'],
    ['/none.png', 'text/html'],
    ['/products', 'application/json'],
    ['/no/such/page', '*/*'],
  ])('leaves %s asked for as %s alone', async (url, accept) => {
    const response = await ask(url, accept)
    expect(response.statusCode).toBe(404)
    expect(response.headers['content-type']).toContain('application/problem+json')
  })

  it('answers who previews a link', async () => {
    expect((await ask('/products/7', '*/*')).body).toContain('og:image')
    const head = await app.inject({ method: 'HEAD', url: '/products/7', headers: { host: 'fernvale.example' } })
    expect([head.statusCode, head.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
  })

  it('serves its files, those with a hash in their name for good, and compressed to who takes it', async () => {
    const built = await ask('/assets/app-1.js', '*/*')
    expect([built.body, built.headers['cache-control']]).toEqual(['app()', 'public, max-age=31536000, immutable'])
    expect((await ask('/theme.js', '*/*')).headers['cache-control']).toBe('no-cache')
    const small = await ask('/assets/app-1.js', '*/*', { 'accept-encoding': 'gzip' })
    expect([small.body, small.headers['content-encoding']]).toEqual(['compressed', 'gzip'])
  })

  it('tells of a product what a preview shows, and lets nothing of it become markup', async () => {
    const { body } = await ask('/products/7')
    expect(body).not.toContain('<script>alert')
    expect(body).toContain('<meta property="og:image" content="http://fernvale.example/pictures/share/7.png">')
    const data = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(body)?.[1]
    expect(JSON.parse(data ?? '')).toMatchObject({
      '@type': 'Product',
      name: `Fork ${nasty}`,
      offers: { price: 19.5, priceCurrency: 'GBP', availability: 'https://schema.org/InStock' },
    })
    expect(/<meta name="description" content="([^"]*)">/.exec(body)?.[1]?.length).toBeLessThanOrEqual(200)
  })

  it('tells of every other page what the shop is', async () => {
    const { body } = await ask('/')
    expect(body).toContain('<title>Fernvale</title>')
    expect(body).toContain('content="Hello!"')
    expect(body).not.toContain('ld+json')
  })

  it.each([
    ['/products', 'Products'],
    ['/products/8', 'Products'],
    ['/refunds', 'Returns &#38; refunds'],
    ['/orders/A-1', 'Orders'],
    ['/documents', 'Help and manuals'],
  ])('calls %s what the app calls it', async (path, title) => {
    const { body } = await ask(path)
    expect(body).toContain(`<title>${title} · Fernvale</title>`)
  })
})

it('is not there where it is not built', async () => {
  const bare = Fastify()
  expect(await registerWebApp(bare, join(folder, 'none'), shop)).toBe(null)
  await bare.close()
})
