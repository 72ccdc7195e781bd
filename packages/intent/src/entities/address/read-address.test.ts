import { testShop } from '@marketplace-agent/catalog/testing'
import { describe, expect, it } from 'vitest'
import { readLanguage } from '../../language/read-language.ts'
import { english } from '../../testing/language.ts'
import { createEntityFinder } from '../find-entities.ts'
import { entitiesWithin } from '../findings.ts'
import { mask } from '../mask.ts'

const finder = createEntityFinder(testShop(), await readLanguage(english))
function read(text: string) {
  const findings = finder.find(text)
  const { address, ...others } = entitiesWithin(findings, 0, text.length)
  const { start = 0, end = 0, ...parts } = address ?? {}
  return {
    parts: address === null ? null : parts,
    written: text.slice(start, end),
    others,
    masked: mask(text, findings.spans),
  }
}

describe('addresses', () => {
  it.each([
    [
      'change the address to 12 Elm Street, Apt 4, Boston MA 02115',
      { line1: '12 Elm Street', line2: 'Apt 4', city: 'Boston', region: 'MA', postal_code: '02115' },
    ],
    [
      'ship it to: Jane Roe, 5 Rue de la Paix, 75002 Paris, France',
      { name: 'Jane Roe', line1: '5 Rue de la Paix', postal_code: '75002', city: 'Paris', country: 'FR' },
    ],
    ['new address is 221b Baker St London NW1 6XE', { line1: '221b Baker St', city: 'London', postal_code: 'NW1 6XE' }],
    [
      'Mannerheimintie 4 A 12, 00100 Helsinki',
      { line1: 'Mannerheimintie 4 A 12', postal_code: '00100', city: 'Helsinki' },
    ],
    [
      'Please send RC-1002 to 99 Oak Ave, Springfield, IL 62704, USA instead, thanks',
      { line1: '99 Oak Ave', city: 'Springfield', region: 'IL', postal_code: '62704', country: 'US' },
    ],
    [
      'Hauptstraße 12, 10115 Berlin, Germany',
      { line1: 'Hauptstraße 12', postal_code: '10115', city: 'Berlin', country: 'DE' },
    ],
    [
      'can you deliver it to 10 downing street, london sw1a 2aa please',
      { line1: '10 downing street', city: 'london', postal_code: 'sw1a 2aa' },
    ],
    [
      'Jane Roe\n12 Elm Street\nBoston, MA 02115\nUSA',
      { name: 'Jane Roe', line1: '12 Elm Street', city: 'Boston', region: 'MA', postal_code: '02115', country: 'US' },
    ],
    [
      'change address of RC-1002 to Via Roma 10, 00184 Roma, Italy',
      { line1: 'Via Roma 10', postal_code: '00184', city: 'Roma', country: 'IT' },
    ],
    [
      'my address is 45 King St W, Unit 1200, Toronto, ON M5H 1J8, Canada',
      {
        line1: '45 King St W',
        line2: 'Unit 1200',
        city: 'Toronto',
        region: 'ON',
        postal_code: 'M5H 1J8',
        country: 'CA',
      },
    ],
    [
      'ship to 12 Broadway, New York, NY 10004',
      { line1: '12 Broadway', city: 'New York', region: 'NY', postal_code: '10004' },
    ],
    [
      'Damrak 12, 1012 LG Amsterdam, Netherlands',
      { line1: 'Damrak 12', postal_code: '1012 LG', city: 'Amsterdam', country: 'NL' },
    ],
    [
      'Kungsgatan 5, 111 43 Stockholm, Sweden',
      { line1: 'Kungsgatan 5', postal_code: '111 43', city: 'Stockholm', country: 'SE' },
    ],
    [
      'ul. Nowa 5/7, 00-123 Warszawa, Poland',
      { line1: 'ul. Nowa 5/7', postal_code: '00-123', city: 'Warszawa', country: 'PL' },
    ],
    [
      'Calle Mayor 5, 28013 Madrid, Spain',
      { line1: 'Calle Mayor 5', postal_code: '28013', city: 'Madrid', country: 'ES' },
    ],
    [
      'Flat 2, 14 Queen Road, Bristol BS1 4ST, UK',
      { line1: '14 Queen Road', line2: 'Flat 2', city: 'Bristol', postal_code: 'BS1 4ST', country: 'GB' },
    ],
    [
      'P.O. Box 123, Springfield, IL 62704',
      { line1: 'P.O. Box 123', city: 'Springfield', region: 'IL', postal_code: '62704' },
    ],
    [
      "address: 7 St. John's Road, Cambridge CB5 8AN",
      { line1: "7 St. John's Road", city: 'Cambridge', postal_code: 'CB5 8AN' },
    ],
    [
      'change it to 1600 Pennsylvania Avenue NW, Washington, DC 20500',
      { line1: '1600 Pennsylvania Avenue NW', city: 'Washington', region: 'DC', postal_code: '20500' },
    ],
    ['12 elm street boston ma 02115', { line1: '12 elm street', city: 'boston', region: 'MA', postal_code: '02115' }],
    [
      'Rua Augusta 100, 01305-000 São Paulo, Brazil',
      { line1: 'Rua Augusta 100', postal_code: '01305-000', city: 'São Paulo', country: 'BR' },
    ],
    [
      'ship to 5 George Street, Sydney NSW 2000, Australia',
      { line1: '5 George Street', city: 'Sydney', region: 'NSW', postal_code: '2000', country: 'AU' },
    ],
    ['221B Baker Street', { line1: '221B Baker Street' }],
    ['the new address: 8 Elm Close, Leeds, LS1 4AB', { line1: '8 Elm Close', city: 'Leeds', postal_code: 'LS1 4AB' }],
    ['please deliver to 3 Chapel Lane', { line1: '3 Chapel Lane' }],
    [
      'change my delivery address to 9 Hill Road, Galway, Ireland please',
      { line1: '9 Hill Road', city: 'Galway', country: 'IE' },
    ],
    ['yes but send it to 4 High St, Cork instead', { line1: '4 High St', city: 'Cork' }],
    [
      'RC-1002 should go to 77 Main St, Springfield, IL 62701.',
      { line1: '77 Main St', city: 'Springfield', region: 'IL', postal_code: '62701' },
    ],
    [
      'I moved to Bahnhofstrasse 21, 8001 Zürich, Switzerland',
      { line1: 'Bahnhofstrasse 21', postal_code: '8001', city: 'Zürich', country: 'CH' },
    ],
    [
      '500 Market Street, Suite 300, San Francisco, CA 94105-1234, United States',
      {
        line1: '500 Market Street',
        line2: 'Suite 300',
        city: 'San Francisco',
        region: 'CA',
        postal_code: '94105-1234',
        country: 'US',
      },
    ],
  ])('%s', (text, parts) => {
    expect(read(text).parts).toEqual(parts)
  })

  it('is masked as a whole, and nothing in it is anything else', () => {
    const text =
      'Send the Oxbow D-Lock of RC-1002 to 28 Tourer Road, Apt 2, 1003 AB Lock, Netherlands. My e-mail is me@mail.example'
    const { masked, others, written } = read(text)
    expect(written).toBe('28 Tourer Road, Apt 2, 1003 AB Lock, Netherlands')
    expect(masked).toBe('send the {product} of {order} to {address}. my e-mail is {email}')
    expect(others.orders).toEqual(['RC-1002'])
    expect(others.mentions).toHaveLength(1)
    expect(others.quantities).toEqual([])
  })

  it('leaves a request after it alone', () => {
    expect(read('Ship to 12 Elm Street, Boston MA 02115. Also what does the lock weigh?').written).toBe(
      '12 Elm Street, Boston MA 02115',
    )
  })

  it.each([
    'my order 1002, 2 laptops',
    'bikes under €1500, 28 inch',
    'the Tourer 3 is €1149, the Tourer 2 €949',
    'I want a 2 TB hard drive, 1500 dollars',
    'Tourer 3, 12345 points',
    'the Pebble City or the iPhone 12, 1500 usd',
    'I live at the end of the street',
    'is it 28 inch, 2024 edition',
    'a 5 minute drive, 2000 people',
    'send it to 2 people',
    'RC-1002 on 12 May 2026, 2 locks',
    'I paid 1149 for the Tourer 3, 599 for the Pebble City',
    'deliver to 02115',
    'ship to Canada',
    'do you deliver to Paris, France?',
    'send the 2 lights to my home address',
    '3 way split, 12345 points',
    'address for order 1002',
    'change it to 2 locks and 1 light, 150 total',
    'the second street light, 10000 lumens',
    'Glowmark 400, 10000 hours',
    'I bought 2 phones, 10000 mAh powerbank',
    'my number is 0171 1234567, order 1002',
    'how long does standard delivery take, 3 or 5 days',
    'order 1002, 1003 and 1004',
    'can I change the address of RC-1001?',
    'I waited 3 weeks on the road, 5 calls',
    'compare 1, 2 and 3',
    'it costs 1299, 50 more than last week',
    'version 12, build 20240101',
    'the lamp (2 pcs), 12 lumens',
  ])('%s: none', (text) => {
    expect(read(text).parts).toBeNull()
  })
})
