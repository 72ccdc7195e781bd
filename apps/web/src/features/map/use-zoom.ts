import { select } from 'd3-selection'
import { zoom, zoomIdentity, zoomTransform, type ZoomBehavior } from 'd3-zoom'
import { useCallback, useMemo, useRef, useState } from 'react'

/** So many times as large it can be. */
export const closest = 4
const step = 1.4

interface Zoom {
  /** Of the svg. */
  ref: (element: SVGSVGElement | null) => (() => void) | undefined
  /** `transform` of what is moved. */
  transform: string
  scale: number
  zoomIn: () => void
  zoomOut: () => void
  reset: () => void
}

/**
 * Moves and enlarges a drawing: by dragging, by pinching, by the wheel with Ctrl (without it the page scrolls), by
 * buttons. While all of it is in sight one finger scrolls the page, too.
 */
export function useZoom(width: number, height: number): Zoom {
  const [{ transform, scale }, setView] = useState({ transform: '', scale: 1 })
  const svg = useRef<SVGSVGElement | null>(null)
  const behavior = useMemo((): ZoomBehavior<SVGSVGElement, unknown> => {
    return zoom<SVGSVGElement, unknown>()
      .scaleExtent([1, closest])
      .extent([
        [0, 0],
        [width, height],
      ])
      .translateExtent([
        [0, 0],
        [width, height],
      ])
      .filter(function filter(this: SVGSVGElement, event: Event) {
        if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey
        if ('touches' in event) return (event as TouchEvent).touches.length > 1 || zoomTransform(this).k > 1
        return !(event instanceof MouseEvent) || (event.button === 0 && event.type !== 'dblclick')
      })
      .on('zoom', ({ transform: next }: { transform: { k: number; toString: () => string } }) => {
        setView({ transform: next.toString(), scale: next.k })
      })
  }, [width, height])
  const ref = useCallback(
    (element: SVGSVGElement | null) => {
      svg.current = element
      if (element === null) return undefined
      const selection = select(element)
      selection.call(behavior)
      behavior.transform(selection, zoomIdentity)
      return () => void selection.on('.zoom', null)
    },
    [behavior],
  )
  const by = (factor: number) => {
    if (svg.current !== null) behavior.scaleBy(select(svg.current), factor)
  }
  return {
    ref,
    transform,
    scale,
    zoomIn: () => by(step),
    zoomOut: () => by(1 / step),
    reset: () => {
      if (svg.current !== null) behavior.transform(select(svg.current), zoomIdentity)
    },
  }
}
