import { describe, expect, test } from 'vitest'
import { exampleNumber, readNumber, type NumberKind } from './shop-number.ts'

const first = { order: 'ORD-####', tracking: 'TRK-########', complaint: 'CMP-####', refund: 'REF-####' }
const second = { order: '##/#####', tracking: '@@#######FI', complaint: 'C.###', refund: 'R/##-#+' }
const all: NumberKind[] = ['order', 'tracking', 'complaint', 'refund']

describe('a number as it is typed', () => {
  test.each([
    ['ORD-1002', 'order', 'ORD-1002'],
    [' ord 1002 ', 'order', 'ORD-1002'],
    ['ord1002', 'order', 'ORD-1002'],
    ['ORD–1002.', 'order', 'ORD-1002'],
    ['#1002', 'order', 'ORD-1002'],
    ['1002', 'order', 'ORD-1002'],
    ['ord 99', 'order', 'ORD-99'],
    ['trk 8704 4289', 'tracking', 'TRK-87044289'],
    ['87044289', 'tracking', 'TRK-87044289'],
    ['ref3008', 'refund', 'REF-3008'],
    ['cmp/2001', 'complaint', 'CMP-2001'],
  ])('%j is the %s %s', (text, kind, number) => {
    expect(readNumber(text, first, all)).toEqual({ kind, number })
  })

  test.each([
    ['26/10431', 'order', '26/10431'],
    ['26 10431', 'order', '26/10431'],
    ['2610431', 'order', '26/10431'],
    ['pp 4100231 fi', 'tracking', 'PP4100231FI'],
    ['c301', 'complaint', 'C.301'],
    ['r/26-7', 'refund', 'R/26-7'],
    ['R 26 118', 'refund', 'R/26-118'],
  ])('%j is the %s %s of another shop', (text, kind, number) => {
    expect(readNumber(text, second, all)).toEqual({ kind, number })
  })

  test.each(['', 'hello', 'order 1002', 'ORD-1002 and ORD-1003', '10.50'])('%j is none', (text) => {
    expect(readNumber(text, first, all)).toBeNull()
  })

  test('is only of a kind that is asked for', () => {
    expect(readNumber('REF-3008', first, ['order'])).toBeNull()
    expect(readNumber('3008', first, ['refund'])).toEqual({ kind: 'refund', number: 'REF-3008' })
  })
})

test.each([
  ['ORD-####', 'ORD-1234'],
  ['##/#####', '12/34567'],
  ['@@#######FI', 'AB1234567FI'],
  ['R/##-#+', 'R/12-3456'],
])('%s is shown as %s', (pattern, example) => {
  expect(exampleNumber(pattern)).toBe(example)
})
