import { describe, expect, it } from 'vitest'
import { countryCode, countryName } from './countries.ts'

describe('countries', () => {
  it.each([
    ['Canada', 'en-US', 'CA'],
    [' united  states ', 'en-US', 'US'],
    ['the United States of America', 'en-US', 'US'],
    ['USA', 'en-US', 'US'],
    ['U.S.A.', 'en-US', 'US'],
    ['us', 'en-US', 'US'],
    ['UK', 'en-GB', 'GB'],
    ['Scotland', 'en-GB', 'GB'],
    ['The Netherlands', 'en-GB', 'NL'],
    ['Deutschland', 'de-DE', 'DE'],
    ['Germany', 'de-DE', 'DE'],
    ['Türkiye', 'en', 'TR'],
    ['Turkey', 'en', 'TR'],
    ['Czech Republic', 'en', 'CZ'],
    ['Suomi', 'fi', 'FI'],
    ['Bosnia and Herzegovina', 'en', 'BA'],
    ['Mexico', 'en', 'MX'],
    ['Georgia', 'en', 'GE'],
    ['Germny', 'en', null],
    ['European Union', 'en', null],
    ['ZZ', 'en', null],
    ['', 'en', null],
  ])('%s in %s is %s', (text, locale, code) => {
    expect(countryCode(text, locale)).toBe(code)
  })

  it('are named in the locale', () => {
    expect([countryName('US', 'en-US'), countryName('de', 'fi'), countryName('??', 'en')]).toEqual([
      'United States',
      'Saksa',
      '??',
    ])
  })
})
