import { describe, expect, it } from 'vitest'
import { type SpoiltCase, faultsAfter } from '../testing/spoilt-shop.ts'

const cases: readonly SpoiltCase[] = [
  [
    'days in words',
    (c) => {
      c.settings.policies['returns'] = { ...c.settings.policies['returns'], window_days: '30 days' }
    },
    'shop.json, policies.returns.window_days: "30 days" is not a number of days, whole and not negative',
  ],
  [
    'a category that there is not',
    (c) => {
      c.settings.policies['returns'] = { ...c.settings.policies['returns'], excluded_categories: ['Tyres', 'light'] }
    },
    'shop.json, policies.returns.excluded_categories[1]: "light" is not a category of shop.json, by its id or name (did you mean "lights"?); there are bikes, tyres, lights, locks',
  ],
  [
    'a reason that complaints do not have',
    (c) => {
      c.settings.policies['returns'] = { ...c.settings.policies['returns'], always_for: ['damage'] }
    },
    'shop.json, policies.returns.always_for[0]: "damage" is not a reason of complaints (did you mean "damaged"?); there are damaged, defective, wrong_item, missing_item, late, service, other',
  ],
  [
    'a fee in words and a flag in words',
    (c) => {
      c.settings.policies['cancellation'] = { fee: 'none' }
      c.settings.policies['delivery'] = { ...c.settings.policies['delivery'], po_boxes: 'no' }
    },
    'shop.json, policies.cancellation.fee: "none" is not an amount, as a number that is not negative',
    'shop.json, policies.delivery.po_boxes: "no" is not true or false',
  ],
]

describe('policies that the rules can’t read', () => {
  for (const [name, spoil, ...faults] of cases) {
    it(`tells of ${name}`, async () => {
      expect(await faultsAfter(spoil)).toEqual(faults)
    })
  }

  it('lets a shop add policies of its own', async () => {
    const spoil: SpoiltCase[1] = (c) => {
      c.settings.policies['workshop'] = { days: 3, fee: 'as agreed' }
    }
    expect(await faultsAfter(spoil)).toEqual([])
  })

  it('tells of a country, with the one that was meant', async () => {
    const [fault, ...others] = await faultsAfter((c) => {
      c.settings.policies['delivery'] = { ...c.settings.policies['delivery'], countries: ['Ireland', 'Frence'] }
    })
    expect(others).toEqual([])
    expect(fault).toContain(
      'policies.delivery.countries[1]: "Frence" is not a country, by its name or its code of ISO 3166 (did you mean "France"?)',
    )
  })
})
