import {
  type FitRule,
  type Ground,
  type ProductRecord,
  type ShopSettings,
  type SpecValue,
  createFormat,
} from '@marketplace-agent/domain'
import { type ConditionVerdict, type Verdict, obstacles } from './fit-rule.ts'
import { numberOf } from './spec-value.ts'

export type Words = ReturnType<typeof createWords>

/** The sentences of the graph, in the shop's own labels and units. */
export function createWords(settings: ShopSettings) {
  const format = createFormat(settings)
  const definitions = new Map(settings.specs.map((definition) => [definition.id, definition]))
  const categories = new Map(settings.categories.map((category) => [category.id, category]))

  const labelOf = (spec: string) => definitions.get(spec)?.label ?? spec
  const label = (spec: string) => inSentence(labelOf(spec))
  const text = (spec: string, value: SpecValue) => format.spec(definitions.get(spec), value)
  const categoryName = (id: string) => categories.get(id)?.name ?? id

  /** `USB-C, HDMI (ports)`, `waterproof: no`. */
  const quoted = (spec: string, value: SpecValue) =>
    typeof value === 'boolean' ? `${label(spec)}: ${text(spec, value)}` : `${text(spec, value)} (${label(spec)})`
  const has = (product: ProductRecord, { spec, value }: Pick<Ground, 'spec' | 'value'>) =>
    `${the(product)} has ${quoted(spec, value)}`
  const notKnown = (product: ProductRecord, spec: string) => `what ${label(spec)} ${the(product)} has`

  /** What stands for {value}: what is shared by the rule's first `shares`, or else the accessory's first number. */
  function deciding({ conditions }: Verdict): string {
    const ground = (conditions.find(({ condition }) => condition.operator === 'shares') ?? conditions[0])?.accessory
    if (!ground) return ''
    const values = Array.isArray(ground.value) ? ground.value : [ground.value]
    return format.list(values.map((value) => text(ground.spec, value)))
  }

  function unmet(verdict: ConditionVerdict, accessory: ProductRecord, host: ProductRecord): string {
    const { condition, accessory: own, host: other } = verdict
    if (own === null || other === null) {
      const unknown = [
        ...(own === null ? [notKnown(accessory, condition.accessory_spec)] : []),
        ...(other === null ? [notKnown(host, condition.host_spec)] : []),
      ]
      return sentence(`it is not known ${unknown.join(' or ')}`)
    }
    if (condition.operator === 'shares') return sentence(`${has(accessory, own)}, but ${has(host, other)}`)
    if (numberOf(own.value) === null) return sentence(`${has(accessory, own)}, which is not a number to go by`)
    if (numberOf(other.value) === null) return sentence(`${has(host, other)}, which is not a number to go by`)
    const wants = condition.operator === 'at_least' ? 'needs at least' : 'takes at most'
    return sentence(`${the(host)} ${wants} ${quoted(other.spec, other.value)}, but ${has(accessory, own)}`)
  }

  return {
    categoryName,
    /** `Ports: USB-C`. */
    specLabel: (spec: string, value: SpecValue) => `${labelOf(spec)}: ${text(spec, value)}`,
    hasSpec: (product: ProductRecord, spec: string, value: SpecValue) => sentence(has(product, { spec, value })),
    inCategory: (product: ProductRecord) => sentence(`${the(product)} is in ${categoryName(product.category)}`),
    bothInCategory: (category: string) => sentence(`both are in ${categoryName(category)}`),
    boughtTogether: (one: ProductRecord, other: ProductRecord) =>
      sentence(`${the(one)} and ${the(other)} are often bought together`),
    /** A chain of models, the newest first. */
    follows: (models: readonly ProductRecord[]) => {
      const [newest, ...older] = models.map(the)
      return sentence(`${newest} follows ${older.join(', which follows ')}`)
    },
    /** The rule's own words, filled in. */
    fits(rule: FitRule, accessory: ProductRecord, host: ProductRecord, verdict: Verdict): string {
      const fillings: Record<string, string> = {
        accessory: accessory.name,
        host: host.name,
        value: deciding(verdict),
      }
      return closed(capitalised(rule.because).replaceAll(/\{(\w+)\}/g, (hole, name) => fillings[name] ?? hole))
    },
    /** What is missing, a sentence for each obstacle. */
    fitsNot: (verdict: Verdict, accessory: ProductRecord, host: ProductRecord): string =>
      obstacles(verdict)
        .conditions.map((condition) => unmet(condition, accessory, host))
        .join(' '),
    noRule: (one: ProductRecord, other: ProductRecord) =>
      `No rule of the shop says whether ${the(one)} and ${the(other)} fit each other.`,
    sameProduct: () => 'That is one and the same product.',
  }
}

const the = ({ name }: ProductRecord) => (/^the /i.test(name) ? name : `the ${name}`)
const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const closed = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`)
const sentence = (text: string) => closed(capitalised(text))

/** A label inside a sentence: "Battery life" in small letters, "USB ports" and "Wi-Fi" as they are. */
const inSentence = (label: string) =>
  /^\p{Lu}\p{Ll}+(?![\p{L}\p{N}-])/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label
