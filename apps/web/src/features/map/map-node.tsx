import type { GraphNode, ProductSummary } from '@marketplace-agent/api-client'
import { Package } from 'lucide-react'
import type { KeyboardEvent, Ref } from 'react'
import { classNames } from '../../components/ui/class-names.ts'
import { linesOf } from './lines-of.ts'
import type { Point } from './layout-map.ts'

interface MapNodeProps {
  ref: Ref<SVGGElement>
  node: GraphNode
  product: ProductSummary | undefined
  point: Point
  radius: number
  /** Id of the clip path of that radius. */
  clip: string
  scale: number
  /** Its name is written under it. */
  named: boolean
  /** It stands out; the others step back. */
  lit: boolean
  isSelected: boolean
  tabIndex: number
  onPress: () => void
  onMove: (event: KeyboardEvent) => void
  onPoint: (on: boolean) => void
  onEnter: () => void
}

/** So long a line of a name is at most, in signs. */
const lineLength = 17

/** A product's picture in a circle, or the name of a category or a property, that can be pressed. */
export function MapNode(props: MapNodeProps) {
  const { ref, node, product, point, radius, clip, scale, named, lit, isSelected, tabIndex } = props
  const { onPress, onMove, onPoint, onEnter } = props
  const isProduct = node.kind === 'product'
  const size = isProduct ? radius : radius * 0.45
  // Names stay of one size on the screen, whatever it is enlarged to.
  const text = 12 / scale
  const lines = named || !isProduct ? linesOf(node.label, lineLength) : []
  return (
    <g
      ref={ref}
      role="button"
      aria-label={product === undefined ? node.label : `${node.label}, ${product.price_text}`}
      aria-pressed={isSelected}
      tabIndex={tabIndex}
      transform={`translate(${point.x} ${point.y})`}
      className={classNames('group cursor-pointer outline-none transition-opacity duration-150', !lit && 'opacity-20')}
      onClick={onPress}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault()
          onPress()
        } else onMove(event)
      }}
      onPointerEnter={(event) => event.pointerType === 'mouse' && onPoint(true)}
      onPointerLeave={() => onPoint(false)}
      onFocus={onEnter}
    >
      {/* What a finger can hit is larger than what is drawn. */}
      <circle r={Math.max(size, 22 / scale)} className="fill-transparent" />
      <circle
        r={size + 3}
        className={classNames(
          'stroke-2 group-focus-visible:stroke-ink',
          isSelected ? 'fill-accent stroke-accent' : 'fill-surface stroke-line group-hover:stroke-accent',
        )}
      />
      {isProduct ? (
        product?.picture == null ? (
          <>
            <circle r={size} className="fill-accent-soft" />
            <Package
              aria-hidden
              x={-size * 0.5}
              y={-size * 0.5}
              width={size}
              height={size}
              strokeWidth={1.5}
              className="text-accent"
            />
          </>
        ) : (
          <image
            href={product.picture}
            // Four to three, as pictures are, it covers the circle.
            x={(-size * 4) / 3}
            y={(-size * 4) / 3}
            width={(size * 8) / 3}
            height={(size * 8) / 3}
            clipPath={`url(#${clip})`}
          />
        )
      ) : (
        <circle r={size} className="fill-line-strong" />
      )}
      {lines.length > 0 && (
        <text
          textAnchor="middle"
          fontSize={text}
          strokeWidth={4 / scale}
          className="fill-ink stroke-canvas font-medium [paint-order:stroke]"
        >
          {lines.map((line, index) => (
            <tspan key={line} x={0} y={size + 4 + text * (1.05 + index * 1.15)}>
              {line}{' '}
            </tspan>
          ))}
        </text>
      )}
    </g>
  )
}
