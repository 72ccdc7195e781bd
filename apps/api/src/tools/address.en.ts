import type { Address } from '@marketplace-agent/domain'

/** An address on one line. */
export const sayAddress = ({ name, line1, line2, city, region, postal_code, country }: Address): string =>
  [name, line1, line2, city, [region, postal_code].filter(Boolean).join(' '), country]
    .filter((part) => part !== undefined && part !== '')
    .join(', ')
