import { expect, it } from 'vitest'
import { englishLocale } from './english-locale.ts'

it.each([
  ['en-US', 'en-US'],
  ['en-IE', 'en-IE'],
  ['en', 'en'],
  ['de-DE', 'en-GB'],
  ['fr', 'en-GB'],
  ['pt-BR', 'en-GB'],
  ['th-TH', 'en-GB'],
  ['es-US', 'en-US'],
  ['ja-JP', 'en-US'],
  ['hu-HU', 'en-US'],
])('a shop of %s speaks %s', (locale, english) => {
  expect(englishLocale(locale)).toBe(english)
})
