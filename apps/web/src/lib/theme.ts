import { useSyncExternalStore } from 'react'
import { writeStored } from './stored-value.ts'

export type Theme = 'system' | 'light' | 'dark'

const listeners = new Set<() => void>()
const known = (value: string | null): Theme => (value === 'light' || value === 'dark' ? value : 'system')

/** The theme that is shown: as chosen, else as the system has it. public/theme.js applies the choice before the first paint. */
export function setTheme(theme: Theme) {
  writeStored('theme', theme === 'system' ? null : theme)
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
  for (const listener of listeners) listener()
}

export const useTheme = (): Theme =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => known(document.documentElement.dataset['theme'] ?? null),
  )
