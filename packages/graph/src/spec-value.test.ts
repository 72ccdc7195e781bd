import { describe, expect, it } from 'vitest'
import { numberOf, sameValue, valuesOf } from './spec-value.ts'

describe('valuesOf', () => {
  it.each([
    [undefined, []],
    [false, [false]],
    [0, [0]],
    [' USB-C ', ['USB-C']],
    ['  ', []],
    [[], []],
    [
      ['HDMI', ' hdmi', '', 'USB-C'],
      ['HDMI', 'USB-C'],
    ],
  ])('%j', (value, values) => {
    expect(valuesOf(value)).toEqual(values)
  })
})

describe('numberOf', () => {
  it.each([
    [58, 58],
    ['58.5', 58.5],
    [['12'], 12],
    [['12', '24'], null],
    ['65 W', null],
    ['', null],
    [true, null],
    [undefined, null],
  ])('%j is %j', (value, number) => {
    expect(numberOf(value)).toBe(number)
  })
})

describe('sameValue', () => {
  it.each([
    [['USB-C', 'HDMI'], ['hdmi', 'USB-C'], true],
    [['USB-C'], 'usb-c', true],
    [58, '58', true],
    [['USB-C', 'HDMI'], ['USB-C'], false],
    [['USB-C'], ['USB-C', 'HDMI'], false],
    [0, null, false],
    [null, null, true],
  ])('%j and %j: %j', (one, other, same) => {
    expect(sameValue(one, other)).toBe(same)
  })
})
