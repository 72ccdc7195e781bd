import { createFormat } from '@marketplace-agent/domain'
import { describe, expect, it } from 'vitest'
import { testProducts } from '../testing/products.ts'
import { testSettings as settings } from '../testing/settings.ts'
import { fillPlaceholders } from './placeholders.ts'

const scope = { settings, format: createFormat(settings), product: testProducts[8] }

describe('placeholders', () => {
  it.each([
    ['{{returns.window_days}} days', '30 days'],
    ['not {{returns.exceptions}}', 'not inner tubes, custom builds'],
    ['{{ delivery.express_cost | money }}', '€12.50'],
    ['{{delivery.free_from|money}}', '€80'],
    ['{{returns.window_days|months}}', '30 months'],
    [
      '{{shop.name}}, {{shop.email}}, {{shop.phone}}, {{shop.hours}}',
      'Ridgeway Cycles, help@ridgeway.example, +353 1 555 0100, Monday to Friday, 9:00 to 17:00',
    ],
    ['{{product.name}} for {{product.price}}', 'Glowmark 800 Front Light for €69'],
    ['{{product.warranty}}, {{product.specs.run_time}}', '2 years, 8 hours'],
    ['{{product.specs.mount}}', 'handlebar'],
    ['no {placeholder} here }}', 'no {placeholder} here }}'],
  ])('%s becomes %s', (text, filled) => {
    expect(fillPlaceholders(text, scope)).toEqual({ text: filled, unresolved: [] })
  })

  it.each([
    ['{{retuns.window_days}}', 'shop.json has no policies "retuns"; it has returns, delivery, warranty'],
    ['{{returns.days}}', 'policies.returns of shop.json has no "days"; it has window_days, exceptions, cost'],
    ['{{shop.fax}}', "shop.json does not say the shop's fax; it says name, email, phone, hours"],
    ['{{product.specs.gears}}', 'product 9 has no spec "gears"'],
    ['{{product.colour}}', 'of a product there are name, price, warranty and specs.ID'],
    ['{{returns.exceptions|money}}', '"money" formats a number, and this is none'],
    ['{{returns.cost|cash}}', 'there is no formatter "cash"; there are money, number, months'],
    ['{{}}', 'shop.json has no policies ""; it has returns, delivery, warranty'],
  ])('%s stays and is named', (text, reason) => {
    expect(fillPlaceholders(`a ${text} b`, scope)).toEqual({
      text: `a ${text} b`,
      unresolved: [{ placeholder: text, reason }],
    })
  })

  it('of a product need one', () => {
    const { unresolved } = fillPlaceholders('{{product.name}}', { ...scope, product: undefined })
    expect(unresolved[0]?.reason).toBe('the document has no "product" in its front matter')
  })
})
