import { expect, it } from 'vitest'
import { lostDay } from './lost-day.ts'

const rules = (lostAfterDays: number | null) => ({
  delivery: { countries: [], poBoxes: true, changeCountry: false, lostAfterDays },
})

it.each([
  ['in_transit', '2026-02-25', 10, '2026-03-07'],
  ['processing', '2026-02-10', 0, '2026-02-10'],
  ['in_transit', null, 10, null],
  ['in_transit', '2026-02-25', null, null],
  ['delivered', '2026-02-25', 10, null],
  ['cancelled', '2026-02-25', 10, null],
] as const)('counts an order that is %s and expected on %s as lost after %s days: %s', (state, expected, days, day) => {
  expect(lostDay({ state, expected_date: expected }, rules(days))).toBe(day)
})
