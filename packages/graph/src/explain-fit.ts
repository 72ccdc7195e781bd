import type { Edge, FitRule, ProductRecord } from '@marketplace-agent/domain'
import type { Elements } from './elements.ts'
import { judge, obstacles, speaksAbout } from './fit-rule.ts'
import type { Fit } from './port.ts'
import type { Words } from './words.en.ts'

interface Case {
  readonly rule: FitRule
  readonly accessory: ProductRecord
  readonly host: ProductRecord
}

/** Whether and why two products fit, in either role, by a shop's rules. */
export function explainFit(
  rules: readonly FitRule[],
  { words, elements }: { readonly words: Words; readonly elements: Elements },
  one: ProductRecord,
  other: ProductRecord,
): Fit {
  const cases: Case[] = [
    { accessory: one, host: other },
    { accessory: other, host: one },
  ].flatMap((roles) => rules.map((rule) => ({ rule, ...roles })))
  const spoken = cases.filter(({ rule, accessory, host }) => speaksAbout(rule, accessory, host))
  if (spoken.length === 0) {
    const same = one.id === other.id
    return {
      fits: false,
      known: false,
      reasons: [same ? words.sameProduct() : words.noRule(one, other)],
      edges: (same ? [one] : [one, other]).map(elements.sameCategory),
    }
  }
  const holding = spoken
    .map(({ rule, accessory, host }) => elements.compatibleWith(rule, accessory, host))
    .filter((edge) => edge !== null)
  if (holding.length > 0)
    return { fits: true, known: true, reasons: unique(holding.map(({ because }) => because)), edges: holding }
  const failing = spoken
    .map((each) => ({ ...each, verdict: judge(each.rule, each.accessory, each.host) }))
    .sort((first, second) => Number(obstacles(second.verdict).certain) - Number(obstacles(first.verdict).certain))
  return {
    fits: false,
    known: failing.some(({ verdict }) => obstacles(verdict).certain),
    reasons: unique(failing.map(({ verdict, accessory, host }) => words.fitsNot(verdict, accessory, host))),
    edges: specsLookedAt(failing, elements),
  }
}

function specsLookedAt(cases: readonly Case[], elements: Elements): Edge[] {
  const edges = cases.flatMap(({ rule, accessory, host }) =>
    rule.conditions.flatMap(({ accessory_spec, host_spec }) => [
      ...elements.hasSpecs(accessory, accessory_spec),
      ...elements.hasSpecs(host, host_spec),
    ]),
  )
  return [...new Map(edges.map((edge) => [`${edge.from} ${edge.to}`, edge])).values()]
}

const unique = (texts: readonly string[]) => [...new Set(texts)]
