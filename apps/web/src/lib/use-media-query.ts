import { useSyncExternalStore } from 'react'

/** Whether the screen is as asked. */
export const useMediaQuery = (query: string): boolean =>
  useSyncExternalStore(
    (listener) => {
      const list = matchMedia(query)
      list.addEventListener('change', listener)
      return () => list.removeEventListener('change', listener)
    },
    () => matchMedia(query).matches,
  )

/** From here on the assistant stands beside the shop instead of over it. */
export const useIsWide = () => useMediaQuery('(width >= 64rem)')
