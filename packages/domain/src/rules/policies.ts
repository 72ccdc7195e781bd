import { OperatorError } from '../errors.ts'
import { type ComplaintReason, complaintReasons } from '../schema/records.ts'
import type { Category, ShopSettings } from '../schema/shop.ts'
import { countryCode, countryNames } from './countries.ts'
import { currencyDigits } from './minor-units.ts'

/** The part of shop.json that the rules read. */
export type RuleSettings = Pick<ShopSettings, 'locale' | 'currency' | 'policies' | 'categories'>
type PolicyValue = ShopSettings['policies'][string][string]

/** The shop's terms as the rules apply them: complete, whatever shop.json leaves out. Amounts in major units. */
export interface ShopRules {
  readonly locale: string
  /** Decimal places of the shop's currency. */
  readonly digits: number
  readonly returns: {
    /** Days after the day of delivery; null: the shop names none, and the agent takes nothing back. */
    readonly windowDays: number | null
    /** Categories that aren't taken back. */
    readonly excludedCategories: readonly Pick<Category, 'id' | 'name'>[]
    readonly excludedReason: string | null
    readonly restockingFeePercent: number
    /** Taken off each refund. */
    readonly cost: number
    readonly deliveryFeeRefunded: boolean
    /** What has to be on file about an item for it to be taken back in spite of exclusion and window, without costs. */
    readonly alwaysFor: readonly ComplaintReason[]
  }
  /** null: the shop names no exchanges. */
  readonly exchanges: { readonly windowDays: number | null }
  readonly cancellation: { readonly fee: number; readonly withinHours: number | null }
  readonly delivery: {
    /** ISO codes; none: the shop doesn't limit them. */
    readonly countries: readonly string[]
    readonly poBoxes: boolean
    readonly changeCountry: boolean
    /** Days after the expected day from which on what hasn't come counts as lost; null: the shop names none. */
    readonly lostAfterDays: number | null
  }
  /** Days after the day of delivery within which `alwaysFor` has to be reported; null: whenever. */
  readonly complaints: { readonly reportDays: number | null }
}

/** A value of shop.json's policies that the rules can't read. */
export interface PolicyFault {
  /** `returns.excluded_categories[1]` */
  readonly field: string
  readonly value: PolicyValue
  /** What it has to be: `a number of days, whole and not negative`. */
  readonly wanted: string
  /** What it can be, where that is a list. */
  readonly known: readonly string[] | null
}

interface Reader<Value> {
  readonly wanted: string
  /** Undefined where the value can't be read. */
  readonly read: (value: PolicyValue, settings: RuleSettings) => Value | undefined
}

interface ListReader<Value> {
  readonly wanted: string
  readonly each: (text: string, settings: RuleSettings) => Value | undefined
  readonly known: (settings: RuleSettings) => readonly string[]
}

const days: Reader<number> = {
  wanted: 'a number of days, whole and not negative',
  read: (value) => (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined),
}

const hours: Reader<number> = {
  wanted: 'a number of hours, not negative',
  read: (value) => (typeof value === 'number' && value >= 0 ? value : undefined),
}

const percent: Reader<number> = {
  wanted: 'a percentage from 0 to 100, as a number',
  read: (value) => (typeof value === 'number' && value >= 0 && value <= 100 ? value : undefined),
}

const amount: Reader<number> = {
  wanted: 'an amount, as a number that is not negative',
  read: (value) => (typeof value === 'number' && value >= 0 ? value : undefined),
}

const flag: Reader<boolean> = {
  wanted: 'true or false',
  read: (value) => (typeof value === 'boolean' ? value : undefined),
}

const text: Reader<string> = {
  wanted: 'a text',
  read: (value) => (typeof value === 'string' ? value : undefined),
}

const category: ListReader<Pick<Category, 'id' | 'name'>> = {
  wanted: 'a category of shop.json, by its id or name',
  each: (name, { categories }) => {
    const wanted = name.trim().toLowerCase()
    return categories.find((one) => one.id === wanted || one.name.toLowerCase() === wanted)
  },
  known: ({ categories }) => categories.map(({ id }) => id),
}

const reasons: ListReader<ComplaintReason> = {
  wanted: 'a reason of complaints',
  each: (name) => complaintReasons.find((reason) => reason === name),
  known: () => complaintReasons,
}

const countries: ListReader<string> = {
  wanted: 'a country, by its name or its code of ISO 3166',
  each: (name, { locale }) => countryCode(name, locale) ?? undefined,
  known: ({ locale }) => countryNames(locale),
}

/** Reads the policies the rules need, leaving out what the shop leaves out; faults are told to `onFault`. */
function readPolicies(settings: RuleSettings, onFault: (fault: PolicyFault) => void): ShopRules {
  const valueOf = (field: string): PolicyValue | undefined => {
    const [topic = '', key = ''] = field.split('.')
    const policies = Object.hasOwn(settings.policies, topic) ? settings.policies[topic] : undefined
    return policies !== undefined && Object.hasOwn(policies, key) ? policies[key] : undefined
  }
  const one = <Value, Default>(field: string, { wanted, read }: Reader<Value>, fallback: Default): Value | Default => {
    const value = valueOf(field)
    if (value === undefined) return fallback
    const known = read(value, settings)
    if (known === undefined) onFault({ field, value, wanted, known: null })
    return known ?? fallback
  }
  const list = <Value>(field: string, { wanted, each, known }: ListReader<Value>): readonly Value[] => {
    const value = valueOf(field)
    if (value === undefined) return []
    if (!Array.isArray(value)) {
      onFault({ field, value, wanted: `a list; each entry ${wanted}`, known: null })
      return []
    }
    return value.flatMap((entry, place) => {
      const found = each(entry, settings)
      if (found !== undefined) return [found]
      onFault({ field: `${field}[${place}]`, value: entry, wanted, known: known(settings) })
      return []
    })
  }
  return {
    locale: settings.locale,
    digits: currencyDigits(settings.currency),
    returns: {
      windowDays: one('returns.window_days', days, null),
      excludedCategories: list('returns.excluded_categories', category),
      excludedReason: one('returns.excluded_reason', text, null),
      restockingFeePercent: one('returns.restocking_fee_percent', percent, 0),
      cost: one('returns.cost', amount, 0),
      deliveryFeeRefunded: one('returns.delivery_fee_refunded', flag, false),
      alwaysFor: list('returns.always_for', reasons),
    },
    exchanges: { windowDays: one('exchanges.window_days', days, null) },
    cancellation: {
      fee: one('cancellation.fee', amount, 0),
      withinHours: one('cancellation.within_hours', hours, null),
    },
    delivery: {
      countries: list('delivery.countries', countries),
      poBoxes: one('delivery.po_boxes', flag, true),
      changeCountry: one('delivery.change_country', flag, false),
      lostAfterDays: one('delivery.lost_after_days', days, null),
    },
    complaints: { reportDays: one('complaints.report_days', days, null) },
  }
}

/** Every value of the policies that the rules read and can't. */
export function policyFaults(settings: RuleSettings): PolicyFault[] {
  const faults: PolicyFault[] = []
  readPolicies(settings, (fault) => faults.push(fault))
  return faults
}

/** The shop's terms from its settings. Throws OperatorError for a value that the check of the shop's folder tells of. */
export function readShopRules(settings: RuleSettings): ShopRules {
  return readPolicies(settings, ({ field, value, wanted }) => {
    throw new OperatorError(`shop.json, policies.${field}: ${JSON.stringify(value)} is not ${wanted}`)
  })
}
