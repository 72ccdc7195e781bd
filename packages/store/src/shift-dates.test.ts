import { expect, it } from 'vitest'
import { daysBetween } from './shift-dates.ts'

it('counts days over a leap day and over a change of clocks', () => {
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2)
  expect(daysBetween('2026-03-07', '2026-03-09')).toBe(2)
  expect(daysBetween('2026-03-09', '2026-03-07')).toBe(-2)
})
