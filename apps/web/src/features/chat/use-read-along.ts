import { type RefObject, type UIEventHandler, useEffect, useRef, useState } from 'react'

/** So near, in pixels, is there. */
const near = 80

/**
 * Where one reads along: at the end, or, where the newest message and its answer are taller than the box, at their beginning.
 */
function readingPlace(box: HTMLElement): number {
  const newest = [...box.querySelectorAll('article')].at(-1)
  const end = box.scrollHeight - box.clientHeight
  if (newest === undefined) return end
  return Math.min(end, newest.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop - 12)
}

/**
 * Keeps what is newest in sight while it grows, for as long as one doesn't scroll back. `fresh` is whatever, when it changes,
 * brings one there from wherever one was reading.
 */
export function useReadAlong(fresh: string | undefined): {
  box: RefObject<HTMLDivElement | null>
  /** Nothing is below what is seen. */
  atEnd: boolean
  onScroll: UIEventHandler
  goToEnd: () => void
} {
  const box = useRef<HTMLDivElement>(null)
  const following = useRef(true)
  /** Where it was brought last; a scroll event comes late, when more may have grown. */
  const placed = useRef(0)
  const [atEnd, setAtEnd] = useState(true)

  useEffect(() => {
    const { current } = box
    const content = current?.firstElementChild
    if (current === null || content == null) return
    const observer = new ResizeObserver(() => {
      if (following.current) {
        placed.current = readingPlace(current)
        current.scrollTo({ top: placed.current })
      }
      setAtEnd(current.scrollHeight - current.scrollTop - current.clientHeight < near)
    })
    observer.observe(content)
    return () => observer.disconnect()
  }, [])

  useEffect(() => {
    if (fresh === undefined || box.current === null) return
    following.current = true
    placed.current = readingPlace(box.current)
    box.current.scrollTo({ top: placed.current })
  }, [fresh])

  return {
    box,
    atEnd,
    onScroll: () => {
      const { current } = box
      if (current === null) return
      if (current.scrollTop >= readingPlace(current) - near) following.current = true
      else if (current.scrollTop < placed.current - near) following.current = false
      setAtEnd(current.scrollHeight - current.scrollTop - current.clientHeight < near)
    },
    goToEnd: () => {
      box.current?.scrollTo({ top: box.current.scrollHeight, behavior: 'smooth' })
    },
  }
}
