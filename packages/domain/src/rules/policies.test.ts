import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { OperatorError } from '../errors.ts'
import { type RuleSettings, policyFaults, readShopRules } from './policies.ts'
import { settings } from './testing/order-records.ts'

const withPolicies = (policies: RuleSettings['policies']): RuleSettings => ({ ...settings, policies })

/** The names of all that the rules look up. */
function askedFor(): string[] {
  const asked: string[] = []
  const topics = new Proxy<RuleSettings['policies']>(
    {},
    {
      getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true, value: {} }),
      get: (_target, topic) =>
        new Proxy(
          {},
          {
            getOwnPropertyDescriptor: (_values, key) => {
              asked.push(`${String(topic)}.${String(key)}`)
              return undefined
            },
          },
        ),
    },
  )
  readShopRules(withPolicies(topics))
  return asked
}

describe('the policies that the rules read', () => {
  it('are complete where the shop says nothing', () => {
    expect(readShopRules(withPolicies({}))).toEqual({
      locale: 'en-GB',
      digits: 2,
      returns: {
        windowDays: null,
        excludedCategories: [],
        excludedReason: null,
        restockingFeePercent: 0,
        cost: 0,
        deliveryFeeRefunded: false,
        alwaysFor: [],
      },
      exchanges: { windowDays: null },
      cancellation: { fee: 0, withinHours: null },
      delivery: { countries: [], poBoxes: true, changeCountry: false, lostAfterDays: null },
      complaints: { reportDays: null },
    })
  })

  it('are taken from the shop', () => {
    expect(readShopRules(settings)).toMatchObject({
      returns: {
        windowDays: 14,
        excludedCategories: [{ id: 'gloves', name: 'Gloves' }],
        alwaysFor: ['damaged', 'wrong_item'],
      },
      exchanges: { windowDays: 30 },
      delivery: { countries: ['IE', 'GB'], poBoxes: false },
    })
  })

  it.each<[field: string, value: unknown, fault: string]>([
    ['returns.window_days', '30', 'returns.window_days "30" a number of days, whole and not negative'],
    ['returns.window_days', 2.5, 'returns.window_days 2.5 a number of days, whole and not negative'],
    ['returns.window_days', -1, 'returns.window_days -1 a number of days, whole and not negative'],
    [
      'returns.restocking_fee_percent',
      110,
      'returns.restocking_fee_percent 110 a percentage from 0 to 100, as a number',
    ],
    ['returns.cost', '6.90', 'returns.cost "6.90" an amount, as a number that is not negative'],
    ['returns.delivery_fee_refunded', 'no', 'returns.delivery_fee_refunded "no" true or false'],
    ['returns.excluded_reason', 3, 'returns.excluded_reason 3 a text'],
    [
      'returns.excluded_categories',
      'gloves',
      'returns.excluded_categories "gloves" a list; each entry a category of shop.json, by its id or name',
    ],
    [
      'returns.excluded_categories',
      ['gloves', 'glove'],
      'returns.excluded_categories[1] "glove" a category of shop.json, by its id or name',
    ],
    ['returns.always_for', ['broken'], 'returns.always_for[0] "broken" a reason of complaints'],
    ['cancellation.within_hours', 'one day', 'cancellation.within_hours "one day" a number of hours, not negative'],
    [
      'delivery.countries',
      ['Ireland', 'Irland'],
      'delivery.countries[1] "Irland" a country, by its name or its code of ISO 3166',
    ],
  ])('tell of %s: %j', (field, value, fault) => {
    const [topic = '', key = ''] = field.split('.')
    const spoilt = withPolicies({ [topic]: { [key]: value as never } })
    expect(policyFaults(spoilt).map((one) => `${one.field} ${JSON.stringify(one.value)} ${one.wanted}`)).toEqual([
      fault,
    ])
    expect(() => readShopRules(spoilt)).toThrow(OperatorError)
  })

  it('are all documented', () => {
    const pages = ['rules', 'your-own-shop'].map((name) =>
      readFileSync(new URL(`../../../../docs/${name}.md`, import.meta.url), 'utf8'),
    )
    expect(askedFor()).toContain('returns.window_days')
    for (const page of pages) {
      expect(askedFor().filter((field) => !page.includes(`\`${field}\``))).toEqual([])
    }
  })
})
