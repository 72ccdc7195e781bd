import { createContext, use } from 'react'

export interface Assistant {
  /** Whether it stands beside the shop (on wide screens). */
  readonly isOpen: boolean
  /** Shows it: beside the shop, or as a page on narrow screens. */
  open: () => void
  close: () => void
  /** Shows it with words to go on writing from, or sends them at once. */
  ask: (text: string, options?: { send?: boolean }) => void
}

export const AssistantContext = createContext<Assistant | null>(null)

export function useAssistant(): Assistant {
  const assistant = use(AssistantContext)
  if (assistant === null) throw new Error('There is no assistant around this component.')
  return assistant
}
