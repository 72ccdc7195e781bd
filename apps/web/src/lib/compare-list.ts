import { useSyncExternalStore } from 'react'
import { readStored, writeStored } from './stored-value.ts'

/** As many products stand side by side at most. */
export const mostCompared = 4

const key = 'compare'
const listeners = new Set<() => void>()
let ids: readonly number[] | null = null

const read = (): readonly number[] =>
  (readStored(key) ?? '')
    .split(',')
    .map(Number)
    .filter((id) => Number.isSafeInteger(id) && id > 0)
    .slice(0, mostCompared)

function tell() {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  const hear = (event: StorageEvent) => {
    if (event.key !== key && event.key !== null) return
    ids = read()
    tell()
  }
  listeners.add(listener)
  addEventListener('storage', hear)
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', hear)
  }
}

/** The products chosen to be compared, kept in this browser; other tabs have the same. */
export const compareList = {
  get: (): readonly number[] => (ids ??= read()),
  set(next: readonly number[]) {
    ids = [...new Set(next)].slice(0, mostCompared)
    writeStored(key, ids.length > 0 ? ids.join(',') : null)
    tell()
  },
  /** Adds it where there is room, or takes it out. */
  toggle(id: number) {
    const chosen = compareList.get()
    compareList.set(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id])
  },
}

export const useCompareList = (): readonly number[] => useSyncExternalStore(subscribe, compareList.get)
