import type { Catalog } from '@marketplace-agent/catalog'
import type { Product, ShopSettings } from '@marketplace-agent/domain'

/** What search engines and those who show a link's preview are told of a page. */
export interface PageHead {
  readonly title: string
  readonly description: string
  /** Address of a picture; null: none. */
  readonly picture: string | null
  /** schema.org data; null: none. */
  readonly data: object | null
}

export interface PageShop {
  readonly settings: Pick<ShopSettings, 'name' | 'greeting' | 'description' | 'currency'>
  readonly catalog: Pick<Catalog, 'get' | 'present'>
}

const longestDescription = 200

const shortened = (text: string) =>
  text.length <= longestDescription ? text : `${text.slice(0, longestDescription - 1).replace(/\s+\S*$/, '')}…`

/** schema.org's Product. */
function productData(product: Product, { name, currency }: PageShop['settings'], url: string, picture: string | null) {
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: product.name,
    description: product.description,
    sku: String(product.id),
    brand: { '@type': 'Brand', name: product.brand },
    url,
    ...(picture !== null && { image: picture }),
    offers: {
      '@type': 'Offer',
      url,
      price: product.price,
      priceCurrency: currency,
      availability: `https://schema.org/${product.in_stock ? 'InStock' : 'OutOfStock'}`,
      seller: { '@type': 'Organization', name },
    },
  }
}

/** What the app calls its pages; a product has its own name, and an order's number is nobody else's business. */
const titles: Readonly<Record<string, string>> = {
  products: 'Products',
  documents: 'Help and manuals',
  chat: 'Chat',
  compare: 'Compare',
  map: 'Map of products',
  orders: 'Orders',
  refunds: 'Returns & refunds',
  complaints: 'Complaints',
}

/** The head of the page at a path of the web app. `origin`: where it is served, such as `https://shop.example`. */
export function pageHead(path: string, { settings, catalog }: PageShop, origin: string): PageHead {
  const { name, greeting, description = greeting } = settings
  const id = /^\/products\/(\d+)$/.exec(path)?.[1]
  const record = id === undefined ? undefined : catalog.get(Number(id))
  if (record === undefined) {
    const page = titles[path.split('/')[1] ?? '']
    return {
      title: page === undefined ? name : `${page} · ${name}`,
      description: shortened(description),
      picture: null,
      data: null,
    }
  }
  const product = catalog.present(record)
  const picture = product.picture === null ? null : `${origin}/pictures/share/${product.id}.png`
  return {
    title: `${product.name} · ${name}`,
    description: shortened(product.description),
    picture,
    data: productData(product, settings, origin + path, picture),
  }
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** Data in a page must not be able to end the element it stands in. */
const inScript = (data: object) => JSON.stringify(data).replaceAll('<', '\\u003c')

/** Puts a head into the app's page: its title, and the tags where `<!-- head -->` stands. `url`: as it was asked for. */
export function withHead(page: string, { title, description, picture, data }: PageHead, url: string): string {
  const tags = [
    `<meta name="description" content="${escaped(description)}">`,
    `<link rel="canonical" href="${escaped(url)}">`,
    `<meta property="og:type" content="${data === null ? 'website' : 'product'}">`,
    `<meta property="og:title" content="${escaped(title)}">`,
    `<meta property="og:description" content="${escaped(description)}">`,
    `<meta property="og:url" content="${escaped(url)}">`,
    ...(picture === null ? [] : [`<meta property="og:image" content="${escaped(picture)}">`]),
    `<meta name="twitter:card" content="${picture === null ? 'summary' : 'summary_large_image'}">`,
    ...(data === null ? [] : [`<script type="application/ld+json">${inScript(data)}</script>`]),
  ].join('\n    ')
  return page
    .replace(/<title>[^<]*<\/title>/, () => `<title>${escaped(title)}</title>`)
    .replace('<!-- head -->', () => tags)
}
