import type { Edge, GraphCard, GraphNode } from '@marketplace-agent/api-client'
import { type RelationKind, relationKinds } from './relation-kinds.ts'

export interface Relation {
  readonly node: GraphNode
  /** Why it is there, in words. */
  readonly because: string
}

export interface RelationGroup {
  readonly kind: RelationKind
  readonly relations: readonly Relation[]
}

/** The edges of these kinds. */
export const edgesOf = ({ edges }: Pick<GraphCard, 'edges'>, kinds: readonly RelationKind[]): readonly Edge[] =>
  edges.filter(({ kind }) => kinds.includes(kind))

/** What a node relates to, by kind in the order of the legend; two edges to the same node are one with both reasons. */
export function relationsOf(id: string, nodes: readonly GraphNode[], edges: readonly Edge[]): readonly RelationGroup[] {
  const known = new Map(nodes.map((node) => [node.id, node]))
  return relationKinds.flatMap((kind) => {
    const found = new Map<string, Relation>()
    for (const edge of edges) {
      if (edge.kind !== kind || (edge.from !== id && edge.to !== id)) continue
      const node = known.get(edge.from === id ? edge.to : edge.from)
      if (node === undefined) continue
      const before = found.get(node.id)?.because
      const because = before === undefined || before === edge.because ? edge.because : `${before} ${edge.because}`
      found.set(node.id, { node, because })
    }
    return found.size > 0 ? [{ kind, relations: [...found.values()] }] : []
  })
}
