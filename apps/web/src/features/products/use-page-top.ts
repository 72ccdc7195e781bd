import { useCallback, useState } from 'react'

/** How far an element is from the top of the page in CSS pixels, as what is over it grows and shrinks. */
export function usePageTop(): [ref: (element: HTMLElement | null) => (() => void) | undefined, top: number] {
  const [top, setTop] = useState(0)
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined
    const measure = () => setTop(Math.round(element.getBoundingClientRect().top + scrollY))
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    measure()
    return () => observer.disconnect()
  }, [])
  return [ref, top]
}
