import type { CallContext, Edge, GraphNode, RelationKind, SpecValue } from '@marketplace-agent/domain'

export const defaultListLength = 5
export const defaultNodes = 200
export const defaultOverview = 60
export const mostOverview = 300
export const defaultHops = 3
/** What a path goes over when it isn't told: not HAS_SPEC, for nearly all products share some spec. */
export const pathKinds: readonly RelationKind[] = [
  'COMPATIBLE_WITH',
  'UPGRADED_FROM',
  'FREQUENTLY_BOUGHT_WITH',
  'SAME_CATEGORY',
]

/** What an overview shows when it isn't told: how products relate to each other. */
export const overviewKinds: readonly RelationKind[] = ['COMPATIBLE_WITH', 'UPGRADED_FROM', 'FREQUENTLY_BOUGHT_WITH']

/** A product related to the one asked about, with why. */
export interface Related {
  readonly productId: number
  readonly because: string
  readonly edges: readonly Edge[]
}

export interface ComparedSpec {
  readonly spec: string
  /** In the order of the ids asked; null where a product has none. */
  readonly values: readonly (SpecValue | null)[]
  readonly differs: boolean
  /** Positions of the best numbers, where the shop says which way is better and the known ones differ; else empty. */
  readonly best: readonly number[]
}

export interface Comparison {
  readonly specs: readonly ComparedSpec[]
  readonly edges: readonly Edge[]
}

export interface Fit {
  readonly fits: boolean
  /** False where no rule speaks about the two, or only specs that aren't known stand in the way. */
  readonly known: boolean
  /**
   * Sentences. Why: each rule that holds. Why not: what is missing, for each rule that speaks about the two; first
   * what is known to be missing, then what isn't known.
   */
  readonly reasons: readonly string[]
  /** COMPATIBLE_WITH where they fit; else HAS_SPEC of the specs looked at, or SAME_CATEGORY where no rule speaks. */
  readonly edges: readonly Edge[]
}

export interface Subgraph {
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly Edge[]
}

export interface Neighbourhood extends Subgraph {
  /** There was more within the depth than `limit` nodes. */
  readonly truncated: boolean
}

export interface ListOptions {
  /** Default 5. */
  readonly limit?: number
}

/**
 * Products and how they relate. Every answer carries the edges it rests on.
 * Lists are best rated first (unrated last), then by id.
 * CodedErrors: `not_found` for an unknown product id, `invalid_input` for a number out of range, `aborted`.
 */
export interface ProductGraph {
  /** Two or more products: every spec any of them has, in the shop's order of specs. */
  compare(ids: readonly number[], context: CallContext): Promise<Comparison>
  /** What fits a product (COMPATIBLE_WITH into it): each once, with an edge for each rule that holds. */
  accessories(id: number, options: ListOptions, context: CallContext): Promise<readonly Related[]>
  /** What a product fits (COMPATIBLE_WITH out of it). */
  hosts(id: number, options: ListOptions, context: CallContext): Promise<readonly Related[]>
  /** The others of its category. */
  similar(id: number, options: ListOptions, context: CallContext): Promise<readonly Related[]>
  /** Newer models (the chain of UPGRADED_FROM into it), nearest first. */
  newer(id: number, options: ListOptions, context: CallContext): Promise<readonly Related[]>
  /** Older models, nearest first. */
  older(id: number, options: ListOptions, context: CallContext): Promise<readonly Related[]>
  /** FREQUENTLY_BOUGHT_WITH, whichever of the two says so. */
  boughtTogether(id: number, options: ListOptions, context: CallContext): Promise<readonly Related[]>
  /**
   * The nodes within `depth` steps (1 to 3) over edges of `kinds` (default all), whichever way they point, nearest
   * first, and the edges that lead there: those with an end nearer than `depth`. Where there are more than `limit`
   * nodes (default 200) the farthest are left out, of equally far ones first the products (lowest rated first), then
   * the specs.
   */
  neighbourhood(
    id: number,
    options: { readonly depth: number; readonly kinds?: readonly RelationKind[]; readonly limit?: number },
    context: CallContext,
  ): Promise<Neighbourhood>
  /**
   * The `limit` products (1 to 300, default 60) that the shop links most to others (upgrades, bought together), of equally
   * linked ones the best rated, with their categories where `kinds` (default `overviewKinds`) has SAME_CATEGORY, and the
   * edges of these kinds among them.
   */
  overview(
    options: { readonly kinds?: readonly RelationKind[]; readonly limit?: number },
    context: CallContext,
  ): Promise<Neighbourhood>
  /**
   * The shortest way of at most `maxHops` (1 to 3, default 3) edges between two products, whichever way they point,
   * nodes and edges in order; null: there is none. `kinds`: default `pathKinds`. Of equally short ways the one over
   * products rather than categories rather than specs, then over the best rated.
   */
  path(
    from: number,
    to: number,
    options: { readonly maxHops?: number; readonly kinds?: readonly RelationKind[] },
    context: CallContext,
  ): Promise<Subgraph | null>
  /** Whether and why two products fit, in either role. */
  fit(one: number, other: number, context: CallContext): Promise<Fit>
  /** One line about the adapter, for /ready. `edges` without COMPATIBLE_WITH, which follow from the rules. */
  status(context: CallContext): Promise<{ readonly adapter: string; readonly nodes: number; readonly edges: number }>
  close(): Promise<void>
}
