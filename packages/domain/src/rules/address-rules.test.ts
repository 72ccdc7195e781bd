import { describe, expect, it } from 'vitest'
import { addressChangeVerdict, addressVerdict } from './address-rules.ts'
import { address, cancelled, delivered, inTransit, on, processing, recordOf } from './testing/order-records.ts'

const order = 'KN-1'
const day = '2026-03-03'
const other = { ...address, line1: '9 Mill Road' }

describe('changing the address', () => {
  it.each([
    ['before it ships', processing, true],
    ['once it has shipped', inTransit, false],
    ['once it was delivered', delivered, false],
    ['once it was cancelled', cancelled, false],
  ])('%s', (_name, placed, allowed) => {
    expect(addressVerdict(recordOf(placed), other, on(day)).allowed).toBe(allowed)
    expect(addressChangeVerdict(recordOf(placed)).allowed).toBe(allowed)
  })

  it.each([
    [
      'a country outside the area',
      { ...other, country: 'FR' },
      'delivery_area',
      { order, country: 'France', countries: 'Ireland and United Kingdom' },
    ],
    [
      'no country',
      { ...other, country: 'XX' },
      'delivery_area',
      { order, country: 'XX', countries: 'Ireland and United Kingdom' },
    ],
    [
      'another country',
      { ...other, country: 'GB' },
      'same_country',
      { order, country: 'United Kingdom', present_country: 'Ireland' },
    ],
    ['a PO box', { ...other, line1: 'P.O. Box 12' }, 'po_box', { order, address: 'P.O. Box 12' }],
    ['a PO box on the second line', { ...other, line2: 'po box 7' }, 'po_box', { order, address: 'po box 7' }],
    ['the same address', { ...address, line1: ' 4 quay  street' }, 'same_address', { order }],
  ])('is refused for %s', (_name, wanted, rule, values) => {
    const verdict = addressVerdict(recordOf(processing), wanted, on(day))
    expect(verdict).toMatchObject({ allowed: false, rule })
    expect(verdict.allowed ? null : verdict.values).toEqual(values)
  })

  it.each([
    'PO Box 1',
    'P. O. Box 1',
    'POBox 12',
    'Post Office Box 9',
    'Postal box 3',
    'POB 4',
    'Postfach 10 20',
    'Boîte postale 9',
  ])('takes %s for a PO box', (line1) => {
    expect(addressVerdict(recordOf(processing), { ...other, line1 }, on(day))).toMatchObject({ rule: 'po_box' })
  })

  it.each(['12 Boxwood Lane', '1 Post Road', '5 Post Office Lane', 'Apollo Box Street 3', '7 Posthouse Row'])(
    'takes %s for a street',
    (line1) => {
      expect(addressVerdict(recordOf(processing), { ...other, line1 }, on(day)).allowed).toBe(true)
    },
  )

  it('is refused for having shipped, wherever it is to go', () => {
    expect(addressVerdict(recordOf(inTransit), { ...other, country: 'FR' }, on(day))).toMatchObject({
      rule: 'already_shipped',
      values: { order, state: 'in_transit' },
      alternatives: ['ask_carrier', 'contact'],
    })
  })

  it('may go to a PO box or another country where the shop says so', () => {
    const box = { ...other, line1: 'PO Box 1' }
    const policies = { delivery: { po_boxes: true, change_country: true } }
    expect(addressVerdict(recordOf(processing), { ...box, country: 'GB' }, on(day, policies)).allowed).toBe(true)
    expect(addressVerdict(recordOf(processing), { ...box, country: 'FR' }, on(day, policies)).allowed).toBe(false)
  })

  it('may go to any country where the shop names none', () => {
    const policies = { delivery: { countries: [], change_country: true } }
    expect(addressVerdict(recordOf(processing), { ...other, country: 'FR' }, on(day, policies)).allowed).toBe(true)
    expect(addressVerdict(recordOf(processing), { ...other, country: 'XX' }, on(day, policies))).toMatchObject({
      rule: 'delivery_area',
      values: { country: 'XX' },
    })
  })
})
