import { describe, expect, it } from 'vitest'
import { createNumberReader } from './number-reader.ts'

const cueWords = ['order', 'purchase', 'parcel']
const scan = (pattern: string, text: string, words: readonly string[] = cueWords) =>
  createNumberReader(pattern)
    .scan(text, { cueWords: words })
    .map(({ canonical }) => canonical)

describe('a number with a prefix', () => {
  it.each([
    'ord 1002',
    'ORD1002',
    'Ord-1002',
    'ORD - 1002',
    'ord_1002',
    'ORD: 1002',
    'ORD#1002',
    'where is ord1002?',
    '(ORD-1002)',
    'ORD–1002',
    'my order ORD-1002 is late',
    'ord-1002.',
    'ORD.1002',
    'O R D - 1002',
    'o.r.d. 1002',
    'ORD 10 02',
    'ORD-1 0 0 2',
    'ORD one zero zero two',
  ])('reads %j', (text) => {
    expect(scan('ORD-####', text, [])).toEqual(['ORD-1002'])
  })

  it('reads several, once each place, with offsets of the text', () => {
    const text = 'ORD-1002 and ord 1003, or ORD1002?'
    const found = createNumberReader('ORD-####').scan(text)
    expect(found.map(({ canonical }) => canonical)).toEqual(['ORD-1002', 'ORD-1003', 'ORD-1002'])
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['ORD-1002', 'ord 1003', 'ORD1002'])
  })

  it.each(['ORD1002ORD1003', 'ord-1002ord-1003', 'ORD1002,ORD1003'])('reads both of %j', (text) => {
    expect(scan('ORD-####', text, [])).toEqual(['ORD-1002', 'ORD-1003'])
  })

  it.each(['FORD1002', 'ORD1002X', 'or d 100', 'ORDER10025ORD'])('reads no %j', (text) => {
    expect(scan('ORD-####', text, [])).not.toContain('ORD-1002')
  })

  it.each([
    ['ORD-99', 'ORD-99'],
    ['ord 1002345', 'ORD-1002345'],
  ])('reads %j with another count of digits', (text, canonical) => {
    expect(scan('ORD-####', text, [])).toEqual([canonical])
    expect(createNumberReader('ORD-####').conforms(canonical)).toBe(false)
  })
})

describe('a bare number', () => {
  it.each([
    '#1002',
    'order 1002',
    'order no. 1002',
    'order number is 1002',
    'order: #1002',
    '1002',
    '1002.',
    "it's 1002 please",
    'where is 1002, my order',
    'my oder 1002',
    'the parcel 1002 never came',
    'Order Nr 1002',
  ])('is read in %j', (text) => {
    expect(scan('ORD-####', text)).toEqual(['ORD-1002'])
  })

  it.each(['what did I buy in #1002', 'where is #1002'])('is read after a # in %j', (text) => {
    expect(scan('ORD-####', text)).toEqual(['ORD-1002'])
  })

  it('is read in a list', () => {
    expect(scan('ORD-####', 'order 1001, 2 laptops')).toEqual(['ORD-1001'])
    expect(scan('ORD-####', 'orders 1001, 1002 and 1003')).toEqual(['ORD-1001', 'ORD-1002', 'ORD-1003'])
  })

  it.each([
    ['order #99', 'ORD-99'],
    ['order number 99', 'ORD-99'],
    ['is order 10023 on its way', 'ORD-10023'],
  ])('is read in %j though the count is wrong', (text, canonical) => {
    expect(scan('ORD-####', text)).toEqual([canonical])
  })

  it.each([
    'I have 1002 books',
    '$1002 for my order',
    'my order was 1002 dollars',
    'I paid 1002 for the order',
    'order 1002.50',
    'order 1,002',
    'order over 1002',
    'an order X-1002',
    'WORD-1002',
    'order@1002.example.com',
    'me.1002@mail.example order',
    'I ordered it in 2024',
    'order of march 2026',
    'order 2 laptops',
    'order 500 bags',
    'product 1002 of my order',
    'call 555 1002 about my order',
    'order 10/02/2026',
    'we are #1',
  ])('is not read in %j', (text) => {
    expect(scan('ORD-####', text)).toEqual([])
  })

  it('needs a cue word or to be all that is said', () => {
    expect(scan('ORD-####', 'what about 1002 then, any idea?', [])).toEqual([])
  })
})

describe('other patterns', () => {
  it.each([
    ['BB/####/##', 'bb/2024/17', 'BB/2024/17'],
    ['BB/####/##', 'bb 2024 17', 'BB/2024/17'],
    ['BB/####/##', 'BB202417', 'BB/2024/17'],
    ['BB/####/##', 'my order 2024/17', 'BB/2024/17'],
    ['BB/####/##', 'BB/24/1', 'BB/24/1'],
    ['##/#####', 'has 26/10431 shipped yet', '26/10431'],
    ['##/#####', "what's up with 26/10431", '26/10431'],
    ['#######', 'order 4483920', '4483920'],
    ['#######', '4483920', '4483920'],
    ['#######', 'order number 448392', '448392'],
    ['@@-#####', 'ab-12345', 'AB-12345'],
    ['@@-#####', 'AB12345', 'AB-12345'],
    ['@@-#####', 'is ab 12345 shipped', 'AB-12345'],
    ['A#+', 'a123', 'A123'],
    ['A#+', 'where is A-7', 'A7'],
    ['A#+', 'order 123', 'A123'],
    ['TRK########', 'TRK 1002 0001', 'TRK10020001'],
    ['WEB#+X', 'web12x', 'WEB12X'],
  ])('%s reads %j', (pattern, text, canonical) => {
    expect(scan(pattern, text)).toEqual([canonical])
  })

  it.each([
    ['@@-#####', 'to 12345'],
    ['@@-#####', 'order 12345'],
    ['A#+', 'a 12 pack'],
    ['#######', 'call 4483920'],
    ['##/#####', 'since 12/2024'],
  ])('%s reads nothing in %j', (pattern, text) => {
    expect(scan(pattern, text)).toEqual([])
  })
})

describe('a number reader', () => {
  it.each(['ORD-####', 'BB/####/##', '#######', '@@-#####', 'A#+', 'x.#+/@'])(
    'gives an example of %s that conforms and is read back',
    (pattern) => {
      const reader = createNumberReader(pattern)
      expect(reader.conforms(reader.example)).toBe(true)
      expect(reader.matches(reader.example)).toBe(reader.example)
      expect(reader.pattern).toBe(pattern)
    },
  )

  it('matches a text that is a number only', () => {
    const reader = createNumberReader('ORD-####')
    for (const text of [' ord 1002 ', '#1002', '1002', 'ORD1002.']) expect(reader.matches(text)).toBe('ORD-1002')
    for (const text of ['order 1002', '99', 'ORD-1002 and more', '', '1002 euros'])
      expect(reader.matches(text)).toBeNull()
  })
})

describe('a number that is written out', () => {
  it.each([
    'order number one thousand and two',
    'where is order one zero zero two?',
    'one double oh two',
    'my order number is ten oh two',
    'ten zero two',
    'status of order No. one thousand two',
    'order number 10 oh two',
  ])('is read in %j', (text) => {
    expect(scan('ORD-####', text)).toEqual(['ORD-1002'])
  })

  it.each([
    'I want to order one thousand and two candles',
    'I paid one thousand and two dollars for my order',
    'my order of two hundred and fifty bags',
    'one of the two orders',
    'my order came in two or three parcels',
    'I have ordered twenty five of them',
  ])('is not read in %j', (text) => {
    expect(scan('ORD-####', text)).toEqual([])
    expect(scan('ORD-##', text)).toEqual([])
  })

  it('has the digits of the pattern, whatever it looks like', () => {
    expect(scan('NR#####', 'order number twelve thousand three hundred and forty five')).toEqual(['NR12345'])
    expect(scan('######', 'order number twenty one thirty oh five')).toEqual(['213005'])
    expect(scan('AB/##-#+', 'order number twenty six')).toEqual([])
  })
})
