import { englishLocale } from '../english-locale.ts'
import type { OrderRecord } from '../schema/change.ts'
import type { Address } from '../schema/records.ts'
import { isCancellable } from './cancellation-terms.ts'
import { countryCode, countryName } from './countries.ts'
import { refuse } from './refusal.ts'
import type { RuleContext } from './rule-context.ts'
import type { Alternative, Verdict } from './verdict.ts'

export type AddressRule = 'cancelled' | 'already_shipped' | 'delivery_area' | 'same_country' | 'po_box' | 'same_address'
export type AddressVerdict = Verdict<object, AddressRule>

const postOfficeBox =
  /\bp\W{0,2}o\W{0,2}\s?box\b|\bpost(al)?\s?(office)?\s?box\b|\bpob\s?\d|\bpostfach\b|\bpostboks\b|\bpostbus\b|\bpostilokero\b|\bbo[iî]te postale\b|\bapartado (de correos|postal)\b|\bcasella postale\b/i

/** Whether an order's address may still be changed, whichever the new one is. */
export function addressChangeVerdict({ order }: OrderRecord): AddressVerdict {
  const { number, state } = order
  if (state === 'processing') return { allowed: true, rule: 'not_shipped' }
  if (state === 'cancelled') return refuse('cancelled', { order: number }, ['contact'])
  const open: Alternative[] = state === 'delivered' ? ['contact'] : ['ask_carrier', 'contact']
  return refuse('already_shipped', { order: number, state }, open, 'change the delivery address after shipping')
}

/** Whether an order may go to another address. `address.country` is an ISO code. */
export function addressVerdict(record: OrderRecord, address: Address, context: RuleContext): AddressVerdict {
  const { number: order, address: present } = record.order
  const { locale, delivery } = context.rules
  const english = englishLocale(locale)
  const changeable = addressChangeVerdict(record)
  if (!changeable.allowed) return changeable
  const code = countryCode(address.country, locale)
  const country = code === null ? address.country : countryName(code, english)
  const anew: Alternative[] = isCancellable(record.order, context)
    ? ['another_address', 'cancel_order']
    : ['another_address']
  if (code === null || (delivery.countries.length > 0 && !delivery.countries.includes(code))) {
    const names = delivery.countries.map((one) => countryName(one, english))
    const countries = names.length === 0 ? {} : { countries: new Intl.ListFormat(english).format(names) }
    return refuse('delivery_area', { order, country, ...countries }, ['another_address', 'contact'])
  }
  if (!delivery.changeCountry && code !== countryCode(present.country, locale)) {
    return refuse('same_country', { order, country, present_country: countryName(present.country, english) }, anew)
  }
  const box = delivery.poBoxes ? undefined : linesOf(address).find((line) => postOfficeBox.test(line))
  if (box !== undefined) return refuse('po_box', { order, address: box }, ['another_address', 'contact'])
  if (isSameAddress(address, present)) return refuse('same_address', { order }, ['another_address'])
  return changeable
}

const linesOf = ({ name, line1, line2 = '', city }: Address) => [line1, line2, city, name]

const fields = ['name', 'line1', 'line2', 'city', 'region', 'postal_code', 'country'] as const
const written = (text = '') => text.trim().replaceAll(/\s+/g, ' ').toLowerCase()

const isSameAddress = (one: Address, other: Address): boolean =>
  fields.every((field) => written(one[field]) === written(other[field]))
