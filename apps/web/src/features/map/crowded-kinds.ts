import type { Edge } from '@marketplace-agent/api-client'
import type { RelationKind } from './relation-kinds.ts'

/** Lines of a kind beyond which one can't be told from another. */
const many = 100

/** The kinds that have so many lines that the others would be lost among them. */
export function crowdedKinds(edges: readonly Pick<Edge, 'kind'>[]): ReadonlySet<RelationKind> {
  const counts = new Map<RelationKind, number>()
  for (const { kind } of edges) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return new Set([...counts].flatMap(([kind, count]) => (count > many ? [kind] : [])))
}
