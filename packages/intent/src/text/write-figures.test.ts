import { testShop } from '@marketplace-agent/catalog/testing'
import { describe, expect, it } from 'vitest'
import { readLanguage } from '../language/read-language.ts'
import { english } from '../testing/language.ts'
import { createFigureWriter } from './write-figures.ts'

const { words } = await readLanguage(english)
const write = createFigureWriter(words, testShop())

describe('createFigureWriter', () => {
  it.each([
    // Amounts.
    ['bikes under eight hundred euros', 'bikes under 800 euros'],
    ['for fifteen hundred bucks', 'for 1500 bucks'],
    ['under a thousand', 'under 1000'],
    ['three hundred and fifty, please', '350, please'],
    ['between five hundred and a thousand', 'between 500 and 1000'],
    ['less than 2 grand', 'less than 2000'],
    ['1.5 grand at most', '1500 at most'],
    ['ten quid', '10 quid'],
    ['nine ninety-nine', '999'],
    ['twelve fifty', '1250'],
    ['two fifty six', '256'],
    ['I want two sixty-five inch TVs', 'I want two 65 inch TVs'],
    ['between one hundred and two hundred euros', 'between 100 and 200 euros'],
    ['at one point two of them stopped', 'at one point two of them stopped'],
    // Measures.
    ['Sixty-five inch', '65 inch'],
    ['a hundred lumens', '100 lumens'],
    ['one kilo', '1 kilo'],
    ['a kilo', '1 kilo'],
    ['half a kilo', '0.5 kilo'],
    ['two and a half metres', '2.5 metres'],
    ['six point seven inch', '6.7 inch'],
    ['twenty four gears', '24 gears'],
    ['nine gears', '9 gears'],
    // What the shop calls its things.
    ['is the tourer two in stock', 'is the tourer 2 in stock'],
    ['kestrel trail twenty-nine', 'kestrel trail 29'],
    ['a t two', 'a t 2'],
    ['glowmark eight hundred vs glowmark four hundred', 'glowmark 800 vs glowmark 400'],
  ])('%j is %j', (said, written) => {
    expect(write(said)).toBe(written)
  })

  it.each([
    'two locks and a light',
    'the second one of the two',
    'a couple of tyres',
    'I bought the tourer two weeks ago',
    'the twenty first of May',
    // The shop itself writes it so.
    'the tourer three',
    'thanks a million',
    'a hundred bikes',
    'joe.fifty@x.org',
    'half of it',
    'a kind one',
  ])('%j stays', (said) => {
    expect(write(said)).toBe(said)
  })
})
