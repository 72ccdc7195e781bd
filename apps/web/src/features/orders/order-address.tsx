import type { Address } from '@marketplace-agent/api-client'
import { useShop } from '../../lib/shop.ts'

/** An address as it stands on a parcel. */
export function OrderAddress({ address }: { address: Address }) {
  const { english_locale } = useShop()
  const { name, line1, line2, city, region, postal_code, country } = address
  const land = new Intl.DisplayNames(english_locale, { type: 'region', fallback: 'code' }).of(country)
  // With a region the postal code stands behind it, without one before the city.
  const place = region === undefined ? `${postal_code} ${city}` : `${city}, ${region} ${postal_code}`
  const lines = [name, line1, line2, place, land]
  return (
    <address className="grid text-sm not-italic">
      {lines.filter(Boolean).map((line) => (
        <span key={line}>{line}</span>
      ))}
    </address>
  )
}
