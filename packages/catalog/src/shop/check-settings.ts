import type { ShopSettings } from '@marketplace-agent/domain'
import { builtInAttributes } from '../link/built-in-attributes.ts'
import { parsePattern } from '../numbers/number-pattern.ts'
import { checkPolicies } from './check-settings-policies.ts'
import { type Fault, type Note, didYouMean, listed, noteIn } from './fault.ts'
import { isDay } from './instants.ts'

/** What the schema of shop.json can't say. */
export function checkSettings(settings: ShopSettings): Fault[] {
  const faults: Fault[] = []
  const note = noteIn(faults, 'shop.json', null)
  checkPlace(settings, note)
  if (settings.anchor_date !== undefined && !isDay(settings.anchor_date))
    note('anchor_date', `there is no day ${settings.anchor_date}`)
  for (const [name, pattern] of Object.entries(settings.numbers)) {
    if (!parsePattern(pattern).some(({ kind }) => kind === 'digits')) {
      note(
        `numbers.${name}`,
        `"${pattern}" has no digit; write # for a digit, @ for a letter, #+ for one or more digits`,
      )
    }
  }
  checkUnique('categories', settings.categories, note)
  checkUnique('specs', settings.specs, note)
  checkUnique('fits', settings.fits, note)
  settings.specs.forEach(({ id, display }, index) => {
    if (Object.hasOwn(builtInAttributes, id))
      note(`specs[${index}].id`, `"${id}" is a field of every product; give the spec another id`)
    if (display?.includes('{value}') === false) note(`specs[${index}].display`, `"${display}" lacks {value}`)
  })
  checkFits(settings, note)
  // Countries are named in the shop's locale.
  if (isLocale(settings.locale)) checkPolicies(settings, note)
  return faults
}

function checkPlace({ currency, locale, time_zone: timeZone }: ShopSettings, note: Note) {
  if (!Intl.supportedValuesOf('currency').includes(currency))
    note('currency', `there is no currency ${currency}; use its code of ISO 4217, such as EUR`)
  if (!isLocale(locale)) note('locale', `"${locale}" is no locale; use a language tag such as en-GB`)
  if (!isTimeZone(timeZone)) note('time_zone', `there is no time zone "${timeZone}"; use a name such as Europe/Dublin`)
}

function isLocale(locale: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale).length > 0
  } catch {
    return false
  }
}

function isTimeZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

function checkUnique(field: string, entries: readonly { readonly id: string }[], note: Note) {
  const seen = new Set<string>()
  entries.forEach(({ id }, index) => {
    if (seen.has(id)) note(`${field}[${index}].id`, `"${id}" is there twice; ids have to differ`)
    seen.add(id)
  })
}

function checkFits({ fits, categories, specs }: ShopSettings, note: Note) {
  const known = { category: categories.map(({ id }) => id), spec: specs.map(({ id }) => id) }
  fits.forEach((rule, index) => {
    const check = (field: string, kind: 'category' | 'spec', id: string) => {
      if (known[kind].includes(id)) return
      const named = kind === 'category' ? 'categories' : 'specs'
      note(
        `fits[${index}].${field}`,
        `there is no ${kind} "${id}"${didYouMean(id, known[kind])}; ${named} are ${listed(known[kind])}`,
      )
    }
    rule.accessory_categories.forEach((id, place) => check(`accessory_categories[${place}]`, 'category', id))
    rule.host_categories.forEach((id, place) => check(`host_categories[${place}]`, 'category', id))
    rule.conditions.forEach((condition, place) => {
      check(`conditions[${place}].accessory_spec`, 'spec', condition.accessory_spec)
      check(`conditions[${place}].host_spec`, 'spec', condition.host_spec)
    })
  })
}
