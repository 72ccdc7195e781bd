import { describe, expect, it } from 'vitest'
import { createNumberSeries } from './record-numbers.ts'

describe('the number after', () => {
  it.each([
    ['REF-####', null, 'REF-0001'],
    ['REF-####', 'REF-0009', 'REF-0010'],
    ['REF-####', 'ref-0999', 'REF-1000'],
    ['REF-####', 'REF-9999', null],
    ['RMA/##-#+', null, 'RMA/00-1'],
    ['RMA/##-#+', 'RMA/26-9', 'RMA/26-10'],
    ['RMA/##-#+', 'RMA/26-099', 'RMA/26-100'],
    ['C#+', 'C99999999999999999999', 'C100000000000000000000'],
    ['####+', '9999', '10000'],
    ['@@-#', 'AZ-9', 'BA-0'],
    ['@@-#', 'ZZ-9', null],
    ['@@', null, 'AB'],
    ['#+-##', '7-99', '8-00'],
    ['#+/#+', '7/99', '7/100'],
    ['a.(#)', 'a.(8)', 'a.(9)'],
    ['##@#+X', '07Z9X', '07Z10X'],
    ['12#', '128', '129'],
    ['12#', '129', null],
  ])('%s %s is %s', (pattern, number, next) => {
    expect(createNumberSeries(pattern).after(number)).toBe(next)
  })

  it('counts through all there are, each once and in order', () => {
    const series = createNumberSeries('@x#')
    const all: string[] = []
    for (let number = series.after(null); number !== null; number = series.after(number)) all.push(number)
    expect(all).toHaveLength(26 * 10 - 1)
    expect(new Set(all).size).toBe(all.length)
    expect(all.toSorted((one, other) => series.compare(one, other))).toEqual(all)
  })
})

it('orders open figures by their value', () => {
  const series = createNumberSeries('R##-#+')
  expect(series.compare('R07-9', 'R07-10')).toBeLessThan(0)
  expect(series.compare('R08-1', 'R07-10')).toBeGreaterThan(0)
  expect(series.compare('r07-010', 'R07-10')).toBe(0)
})

it('knows a number of the pattern', () => {
  const series = createNumberSeries('RMA/##-#+')
  expect(['RMA/26-1', 'rma/26-123'].every(series.has)).toBe(true)
  expect(['RMA/2-1', 'RMA/26-', 'XRMA/26-1', 'RMA/26-1 x', ''].some(series.has)).toBe(false)
})
