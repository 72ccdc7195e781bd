import type { Product } from '@marketplace-agent/api-client'

const longestDescription = 200

/** A description as search engines show it; the API says the same on a first load. */
export const shortened = (text: string): string =>
  text.length <= longestDescription ? text : `${text.slice(0, longestDescription - 1).replace(/\s+\S*$/, '')}…`

/** schema.org's Product, as the API says it on a first load. `url`: the page's address. */
export function productData(product: Product, shopName: string, url: URL): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: product.name,
    description: product.description,
    sku: String(product.id),
    brand: { '@type': 'Brand', name: product.brand },
    url: url.href,
    ...(product.picture !== null && { image: new URL(sharePicture(product), url).href }),
    offers: {
      '@type': 'Offer',
      url: url.href,
      price: product.price,
      priceCurrency: product.currency,
      availability: `https://schema.org/${product.in_stock ? 'InStock' : 'OutOfStock'}`,
      seller: { '@type': 'Organization', name: shopName },
    },
  }
}

/** Path of the picture that is shown where a link is shared. */
export const sharePicture = ({ id }: Product): string => `/pictures/share/${id}.png`
