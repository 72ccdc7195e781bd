import { describe, expect, it } from 'vitest'
import { createFormat } from './format.ts'

const american = createFormat({ locale: 'en-US', currency: 'USD', time_zone: 'America/New_York' })
const irish = createFormat({ locale: 'en-IE', currency: 'EUR', time_zone: 'Europe/Dublin' })
const german = createFormat({ locale: 'de-DE', currency: 'EUR', time_zone: 'Europe/Berlin' })
const japanese = createFormat({ locale: 'ja-JP', currency: 'JPY', time_zone: 'Asia/Tokyo' })

describe('format', () => {
  it.each([
    [american.money(1299), '$1,299'],
    [american.money(1099.98), '$1,099.98'],
    [irish.money(0.5), '€0.50'],
    [american.number(1234.5), '1,234.5'],
    [american.date('2026-02-10'), 'February 10, 2026'],
    [irish.date('2026-02-10'), '10 February 2026'],
    [american.date('2025-09'), 'September 2025'],
    // Half past midnight in London is the evening before in New York.
    [american.date('2026-02-10T00:30:00Z'), 'February 9, 2026'],
    [american.day('2026-02-10T00:30:00Z'), '2026-02-09'],
    [irish.day(new Date('2026-02-10T00:30:00Z')), '2026-02-10'],
    [american.months(24), '2 years'],
    [american.months(12), '1 year'],
    [american.months(18), '18 months'],
    [american.months(0), 'none'],
    [american.list(['a', 'b', 'c']), 'a, b, and c'],
    // Figures are the locale's, words English.
    [german.money(1299.5).replace('\u00a0', ' '), '1.299,50 €'],
    [german.number(1234.5), '1.234,5'],
    [german.date('2026-03-05'), '5 March 2026'],
    [german.date('2026-03'), 'March 2026'],
    [german.dateTime('2026-03-05T14:05:00Z'), '5 March 2026 at 15:05'],
    [german.list(['a', 'b', 'c']), 'a, b and c'],
    [japanese.date('2026-03-05'), 'March 5, 2026'],
    [japanese.list(['a', 'b']), 'a and b'],
  ])('%s', (written, expected) => {
    expect(written).toBe(expected)
  })

  it('writes specs as the shop has them', () => {
    const definition = { id: 'battery_life', label: 'Battery life', display: '{value} hours', aliases: [] }
    expect(american.spec(definition, 12)).toBe('12 hours')
    expect(american.spec(definition, true)).toBe('yes')
    expect(american.spec(undefined, ['USB-C', 'HDMI'])).toBe('USB-C, HDMI')
    expect(american.spec(undefined, 1000)).toBe('1,000')
  })
})
