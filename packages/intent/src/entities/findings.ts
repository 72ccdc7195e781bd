import type { Mention } from '@marketplace-agent/catalog'
import type { Placeholder } from '../language/placeholders.ts'
import type { Token } from '../text/tokens.ts'
import type { Entities, PriceLimit, WrittenAddress } from '../types.ts'

export type Comparative = NonNullable<Entities['comparative']>
export type Quantity = Entities['quantities'][number]
export type NamedRemedy = Entities['remedies'][number]
export type NamedReason = NonNullable<Entities['complaintReason']>

/** A part of the text that is shown to the classifier as a placeholder. Spans never overlap. */
export interface Span {
  readonly start: number
  readonly end: number
  readonly placeholder: Placeholder
}

export interface ReferenceSpan extends Span {
  readonly placeholder: 'order' | 'tracking' | 'complaint' | 'refund' | 'email'
  readonly value: string
}

export interface MentionSpan extends Span {
  readonly placeholder: Mention['kind']
  readonly mention: Entities['mentions'][number]
}

/** A cue that isn't masked, with what it says. It may overlap spans. */
export type Cue = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'price'; readonly limit: PriceLimit }
  | { readonly kind: 'sort'; readonly sort: NonNullable<Entities['sort']> }
  | { readonly kind: 'rating'; readonly minRating: number }
  | { readonly kind: 'ordinal'; readonly ordinal: NonNullable<Entities['ordinal']> }
  | { readonly kind: 'comparative'; readonly comparative: Comparative }
  | { readonly kind: 'remedy'; readonly remedy: NamedRemedy }
  | { readonly kind: 'reason'; readonly reason: NamedReason }
  | { readonly kind: 'quantity'; readonly count: number }
  | { readonly kind: 'in_stock' | 'pronoun' | 'continuation' | 'others' | 'everything' | 'only' }
)

/** Everything a message names, by its place in the message. */
export interface Findings {
  readonly tokens: readonly Token[]
  /** In order. */
  readonly spans: readonly Span[]
  readonly references: readonly ReferenceSpan[]
  readonly mentions: readonly MentionSpan[]
  readonly addresses: readonly WrittenAddress[]
  readonly cues: readonly Cue[]
}

/** The entities of a part of the message. */
export function entitiesWithin(findings: Findings, start: number, end: number): Entities {
  const within = (at: { start: number; end: number }) => at.start >= start && at.end <= end
  const references = findings.references.filter(within)
  const named = (placeholder: ReferenceSpan['placeholder']) => [
    ...new Set(references.filter((span) => span.placeholder === placeholder).map((span) => span.value)),
  ]
  const cues = findings.cues.filter(within)
  const first = <K extends Cue['kind']>(kind: K) =>
    cues.find((cue): cue is Extract<Cue, { kind: K }> => cue.kind === kind)
  return {
    orders: named('order'),
    trackingNumbers: named('tracking'),
    complaints: named('complaint'),
    refunds: named('refund'),
    emails: named('email'),
    mentions: findings.mentions.filter(within).map((span) => span.mention),
    price: cues.reduce<PriceLimit | null>((all, cue) => (cue.kind === 'price' ? narrow(all, cue.limit) : all), null),
    sort: first('sort')?.sort ?? null,
    inStockOnly: first('in_stock') !== undefined,
    minRating: first('rating')?.minRating ?? null,
    ordinal: first('ordinal')?.ordinal ?? null,
    pronoun: first('pronoun') !== undefined,
    comparative: first('comparative')?.comparative ?? null,
    continuation: first('continuation') !== undefined,
    others: first('others') !== undefined,
    everything: first('everything') !== undefined,
    only: first('only') !== undefined,
    quantities: cues.flatMap((cue) =>
      cue.kind === 'quantity' ? [{ count: cue.count, start: cue.start, end: cue.end }] : [],
    ),
    remedies: remediesOf(cues),
    complaintReason: reasonOf(cues),
    address: findings.addresses.find(within) ?? null,
  }
}

/** Each remedy once; said to be wanted anywhere, it is wanted. */
function remediesOf(cues: readonly Cue[]): NamedRemedy[] {
  const negated = new Map<NamedRemedy['remedy'], boolean>()
  for (const cue of cues) {
    if (cue.kind === 'remedy') {
      const { remedy } = cue.remedy
      negated.set(remedy, (negated.get(remedy) ?? true) && cue.remedy.negated)
    }
  }
  return [...negated].map(([remedy, isNegated]) => ({ remedy, negated: isNegated }))
}

/** Of several the one that says most of what must be put right: a parcel that came late and broken is a broken one. */
const reasonsByWeight: readonly NamedReason[] = [
  'wrong_item',
  'missing_item',
  'damaged',
  'defective',
  'service',
  'late',
]

function reasonOf(cues: readonly Cue[]): NamedReason | null {
  const said = new Set(cues.flatMap((cue) => (cue.kind === 'reason' ? [cue.reason] : [])))
  return reasonsByWeight.find((reason) => said.has(reason)) ?? null
}

/** Both limits at once: "over 500 and under 1000". */
function narrow(one: PriceLimit | null, other: PriceLimit): PriceLimit {
  if (one === null) return other
  const min = other.min === undefined ? one : other
  const max = other.max === undefined ? one : other
  return {
    ...(min.min === undefined ? {} : { min: min.min }),
    ...(max.max === undefined ? {} : { max: max.max }),
    minInclusive: min.minInclusive,
    maxInclusive: max.maxInclusive,
    approximate: one.approximate || other.approximate,
  }
}
