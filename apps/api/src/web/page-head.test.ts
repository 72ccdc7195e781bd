import { expect, it } from 'vitest'
import { pageHead, withHead } from './page-head.ts'

const shop = {
  settings: { name: 'Fernvale', greeting: 'Hello!', currency: 'GBP' },
  catalog: {
    get: () => ({}) as never,
    present: () =>
      ({ id: 7, name: 'Fork', brand: 'Fern', price: 19.5, description: 'Digs.', picture: 'x.svg' }) as never,
  },
}

it.each(['http://fernvale.example', 'http://a b"<'])(
  'tells of a product at whatever host was asked for: %s',
  (origin) => {
    const path = '/products/7'
    const head = withHead('<title>Shop</title><!-- head -->', pageHead(path, shop, origin), origin + path)
    const written = origin.replace('"', '&#34;').replace('<', '&#60;')
    expect(head).toContain(`<link rel="canonical" href="${written}/products/7">`)
    expect(head).toContain(`<meta property="og:image" content="${written}/pictures/share/7.png">`)
  },
)
