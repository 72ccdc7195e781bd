import type { Edge, GraphNode, ProductSummary } from '@marketplace-agent/api-client'
import { Maximize, Minus, Plus } from 'lucide-react'
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react'
import { classNames } from '../../components/ui/class-names.ts'
import { IconButton } from '../../components/ui/icon-button.tsx'
import { crowdedKinds } from './crowded-kinds.ts'
import { layoutMap } from './layout-map.ts'
import { MapNode } from './map-node.tsx'
import { isDirection, nearestNode } from './nearest-node.ts'
import { kindLooks } from './relation-kinds.ts'
import { closest, useZoom } from './use-zoom.ts'

interface MapDrawingProps {
  width: number
  height: number
  nodes: readonly GraphNode[]
  edges: readonly Edge[]
  products: ReadonlyMap<number, ProductSummary>
  /** Id of the node in the middle. */
  centre: string | null
  selected: string | null
  onSelect: (id: string) => void
  /** Goes where a node that is selected already leads. */
  onOpen: (node: GraphNode) => void
}

/** Room for a node and its name where there is enough of it. */
const roomy = 62
const leastReach = 19
/** Under the lowest node, for its name. */
const nameRoom = 24
/** Half of a line of a name. */
const halfName = 58
/** Names have room from so much reach on. */
const namedFrom = 42

/** Products and what lies between them, to be looked at, moved, enlarged and chosen from. */
export function MapDrawing(props: MapDrawingProps) {
  const { width, height, nodes, edges, products, centre, selected, onSelect, onOpen } = props
  const clip = useId()
  const elements = useRef(new Map<string, SVGGElement>())
  const [pointed, setPointed] = useState<string | null>(null)
  const [entry, setEntry] = useState<string | null>(null)
  const { ref, transform, scale, zoomIn, zoomOut, reset } = useZoom(width, height)

  const share = Math.sqrt((width * height) / Math.max(nodes.length, 1)) / 2
  const reach = Math.max(leastReach, Math.min(roomy, share * 0.82))
  const radius = Math.min(26, reach * 0.62)
  // Of a kind with too many lines each is drawn faintly, under the others, and the others say what stands near what.
  const crowded = useMemo(() => crowdedKinds(edges), [edges])
  const clear = useMemo(() => edges.filter(({ kind }) => !crowded.has(kind)), [edges, crowded])
  const points = useMemo(
    () =>
      layoutMap(
        nodes.map(({ id }) => id),
        clear.length > 0 ? clear : edges,
        { width, height: height - nameRoom, reach, side: Math.max(reach, reach < namedFrom ? 0 : halfName) },
        centre,
      ),
    [nodes, edges, clear, width, height, reach, centre],
  )
  const active = pointed ?? selected
  const near = useMemo(() => {
    const ids = new Set<string>()
    for (const { from, to } of edges) {
      if (from === active) ids.add(to)
      if (to === active) ids.add(from)
    }
    return ids
  }, [edges, active])
  // Names are said where they have room; of few they are always said.
  const named = reach * scale >= namedFrom
  const first = entry ?? selected ?? centre ?? nodes[0]?.id
  const drawn = [...edges.filter(({ kind }) => crowded.has(kind)), ...clear]
  // Lower ones first: a name is never under the picture of the next.
  const stacked = nodes.toSorted((one, other) => (points.get(other.id)?.y ?? 0) - (points.get(one.id)?.y ?? 0))

  const move = (event: KeyboardEvent, id: string) => {
    const next = isDirection(event.key) ? nearestNode(points, id, event.key) : null
    if (next === null) return
    event.preventDefault()
    setEntry(next)
    elements.current.get(next)?.focus()
  }

  return (
    <>
      <div className="flex items-center justify-between gap-2 border-b border-line bg-surface pl-4">
        <p className="numeric text-sm text-muted">
          {nodes.length} on the map, {edges.length === 1 ? '1 relation' : `${edges.length} relations`}
        </p>
        <div className="flex">
          <IconButton label="Enlarge" icon={<Plus aria-hidden />} onClick={zoomIn} disabled={scale >= closest} />
          <IconButton label="Make smaller" icon={<Minus aria-hidden />} onClick={zoomOut} disabled={scale <= 1} />
          <IconButton label="Show all" icon={<Maximize aria-hidden />} onClick={reset} disabled={scale <= 1} />
        </div>
      </div>
      <svg
        ref={ref}
        role="group"
        aria-label={`Map of ${nodes.length} things and ${edges.length} relations; arrow keys lead from one to the next`}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        className={classNames(
          'block cursor-grab select-none active:cursor-grabbing',
          scale > 1 ? 'touch-none' : 'touch-pan-y',
        )}
      >
        <defs>
          <clipPath id={clip}>
            <circle r={radius} />
          </clipPath>
          <clipPath id={`${clip}-centre`}>
            <circle r={radius * 1.5} />
          </clipPath>
        </defs>
        <g transform={transform}>
          <g aria-hidden>
            {drawn.map(({ kind, from, to, rule = '' }) => {
              const start = points.get(from)
              const end = points.get(to)
              if (start === undefined || end === undefined) return null
              const touched = from === active || to === active
              return (
                <line
                  key={`${kind} ${from} ${to} ${rule}`}
                  x1={start.x}
                  y1={start.y}
                  x2={end.x}
                  y2={end.y}
                  strokeWidth={(touched ? 2.2 : crowded.has(kind) ? 1 : 1.4) / Math.sqrt(scale)}
                  strokeDasharray={kindLooks[kind].dashes}
                  className={classNames(
                    kindLooks[kind].stroke,
                    // Not the opacity of the whole: so many layers on each other would leave traces.
                    'transition-[stroke-opacity] duration-150',
                    active === null
                      ? crowded.has(kind)
                        ? '[stroke-opacity:0.1]'
                        : '[stroke-opacity:0.65]'
                      : touched
                        ? '[stroke-opacity:1]'
                        : '[stroke-opacity:0.06]',
                  )}
                />
              )
            })}
          </g>
          {stacked.map((node) => {
            const point = points.get(node.id)
            if (point === undefined) return null
            const isCentre = node.id === centre
            const lit = active === null || node.id === active || near.has(node.id)
            return (
              <MapNode
                key={node.id}
                ref={(element) => {
                  if (element !== null) elements.current.set(node.id, element)
                  return () => void elements.current.delete(node.id)
                }}
                node={node}
                product={node.product_id === undefined ? undefined : products.get(node.product_id)}
                point={point}
                radius={isCentre ? radius * 1.5 : radius}
                clip={isCentre ? `${clip}-centre` : clip}
                scale={scale}
                named={isCentre || (named && lit) || (active !== null && lit && near.size < 12) || node.id === active}
                lit={lit}
                isSelected={node.id === selected}
                tabIndex={node.id === first ? 0 : -1}
                onPress={() => (node.id === selected ? onOpen(node) : onSelect(node.id))}
                onMove={(event) => move(event, node.id)}
                onPoint={(on) => setPointed(on ? node.id : null)}
                onEnter={() => setEntry(node.id)}
              />
            )
          })}
        </g>
      </svg>
    </>
  )
}
