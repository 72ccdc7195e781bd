import {
  type Address,
  type OrderDetailsCard,
  addressVerdict,
  changeAddress as apply,
  countryCode,
} from '@marketplace-agent/domain'
import { Type } from '@sinclair/typebox'
import { words } from './change-address.en.ts'
import { orderDetailsCard, ruleContext } from './customer-views.ts'
import { defineWrite } from './define-tool.ts'
import { orderNumber } from './fields.ts'
import { refuse } from './refusal.ts'

/** One line of an address: something in it, and no line break or other control character. */
const part = (description: string) =>
  Type.String({
    minLength: 1,
    maxLength: 200,
    pattern: '^[^\\u0000-\\u001f\\u007f]*[^\\s\\u0000-\\u001f\\u007f][^\\u0000-\\u001f\\u007f]*$',
    description,
  })

const input = Type.Object(
  {
    order_number: orderNumber(),
    address: Type.Object(
      {
        name: Type.Optional(part('Who receives it; as before, without it.')),
        line1: part('House number and street.'),
        line2: Type.Optional(part('Flat, floor, company.')),
        city: part('City.'),
        region: Type.Optional(part('State or region.')),
        postal_code: part('Postal code.'),
        country: Type.Optional(part('ISO 3166-1 alpha-2; as before, without it.')),
      },
      {
        additionalProperties: false,
        description: 'Where it is to go.',
        examples: [{ line1: '5 Elm Street', city: 'Boston', region: 'MA', postal_code: '02115' }],
      },
    ),
  },
  { additionalProperties: false },
)

export const changeAddress = defineWrite<typeof input, OrderDetailsCard>({
  name: 'change_address',
  title: 'Change the delivery address',
  description: "Sends an order that hasn't shipped to another address. Proposes first; the customer confirms.",
  intent: 'delivery',
  tasks: ['change_address'],
  access: 'customer',
  opens: ({ order_number }) => ({ record: 'order', number: order_number }),
  suits: (state) => state === 'processing',
  input,
  slots: { order_number: 'order', address: 'address' },
  card: 'order_details',
  words,
  async propose({ address: given }, ports, context, { record }) {
    const present = record.order.address
    const address: Address = {
      name: given.name ?? present.name,
      line1: given.line1,
      ...(given.line2 !== undefined && { line2: given.line2 }),
      city: given.city,
      ...(given.region !== undefined && { region: given.region }),
      postal_code: given.postal_code,
      country:
        given.country === undefined
          ? present.country
          : (countryCode(given.country, ports.shop.settings.locale) ?? given.country),
    }
    const verdict = addressVerdict(record, address, ruleContext(ports))
    if (!verdict.allowed) return refuse(verdict, record, ports, context)
    return {
      outcome: 'proposal',
      record,
      rule: verdict.rule,
      amount: null,
      numbered: null,
      changes: () => apply(record, { address }),
    }
  },
  committed: (record, _number, ports) => orderDetailsCard(record, ports),
})
