import { describe, expect, it } from 'vitest'
import { type SpoiltCase, at, faultsAfter } from '../testing/spoilt-shop.ts'

const cases: readonly SpoiltCase[] = [
  [
    'no currency',
    (c) => {
      c.settings.currency = 'EUX'
    },
    'shop.json, currency: there is no currency EUX; use its code of ISO 4217, such as EUR',
  ],
  [
    'no locale',
    (c) => {
      c.settings.locale = 'english please'
    },
    'shop.json, locale: "english please" is no locale; use a language tag such as en-GB',
  ],
  [
    'no time zone',
    (c) => {
      c.settings.time_zone = 'Europe/Cork'
    },
    'shop.json, time_zone: there is no time zone "Europe/Cork"; use a name such as Europe/Dublin',
  ],
  [
    'no day',
    (c) => {
      c.settings.anchor_date = '2026-02-30'
    },
    'shop.json, anchor_date: there is no day 2026-02-30',
  ],
  [
    'a pattern without digits',
    (c) => {
      c.settings.numbers.refund = 'RF-XXX'
    },
    'shop.json, numbers.refund: "RF-XXX" has no digit; write # for a digit, @ for a letter, #+ for one or more digits',
  ],
  [
    'a category twice',
    (c) => c.settings.categories.push({ ...at(c.settings.categories, 0) }),
    'shop.json, categories[4].id: "bikes" is there twice; ids have to differ',
  ],
  [
    'a spec called as a field',
    (c) => {
      at(c.settings.specs, 1).id = 'price'
    },
    'shop.json, specs[1].id: "price" is a field of every product; give the spec another id',
  ],
  [
    'a display without its value',
    (c) => {
      at(c.settings.specs, 1).display = 'speeds'
    },
    'shop.json, specs[1].display: "speeds" lacks {value}',
  ],
  [
    'a rule of no category',
    (c) => {
      at(c.settings.fits, 1).host_categories = ['bike']
    },
    'shop.json, fits[1].host_categories[0]: there is no category "bike" (did you mean "bikes"?); categories are bikes, tyres, lights, locks',
  ],
  [
    'a rule of no spec',
    (c) => {
      at(at(c.settings.fits, 1).conditions, 0).host_spec = 'mounts'
    },
    'shop.json, fits[1].conditions[0].host_spec: there is no spec "mounts" (did you mean "mount"?); specs are wheel_size, gears, weight, frame, colour, width, max_tyre_width, brightness, run_time, mount, rechargeable, security',
  ],
]

describe('settings that can’t be', () => {
  for (const [name, spoil, ...faults] of cases) {
    it(`tells of ${name}`, async () => {
      expect(await faultsAfter(spoil)).toEqual(faults)
    })
  }
})
