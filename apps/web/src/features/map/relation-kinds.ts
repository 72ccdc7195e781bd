import type { RelationKind } from '@marketplace-agent/api-client'

export type { RelationKind }

/** In the order of the legend. */
export const relationKinds = [
  'COMPATIBLE_WITH',
  'FREQUENTLY_BOUGHT_WITH',
  'UPGRADED_FROM',
  'SAME_CATEGORY',
  'HAS_SPEC',
] as const satisfies readonly RelationKind[]

/** Those between products: shown where nothing else is asked for. */
export const productKinds: readonly RelationKind[] = relationKinds.slice(0, 3)

interface KindLook {
  readonly words: string
  /** Stroke of its lines; the pattern tells it without colour. */
  readonly stroke: string
  readonly dashes?: string
}

export const kindLooks: Record<RelationKind, KindLook> = {
  COMPATIBLE_WITH: { words: 'Fits', stroke: 'stroke-accent' },
  FREQUENTLY_BOUGHT_WITH: { words: 'Bought together', stroke: 'stroke-danger', dashes: '7 4' },
  UPGRADED_FROM: { words: 'Newer model', stroke: 'stroke-caution', dashes: '2 3' },
  SAME_CATEGORY: { words: 'Category', stroke: 'stroke-line-strong' },
  HAS_SPEC: { words: 'Properties', stroke: 'stroke-line-strong', dashes: '1 4' },
}
