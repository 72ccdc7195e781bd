import { type RefObject, useEffect, useRef } from 'react'

/** By this the composer is found from outside, when words to go on writing from are put into it. */
export const composerId = 'message'

const nothingYet = Symbol('nothing yet')

/**
 * Puts the focus where one writes: when the conversation is opened by hand, and when what was pressed is gone and has left the
 * focus nowhere. Not where there is no keyboard: one of glass would cover what there is to read.
 */
export function useComposerFocus(
  input: RefObject<HTMLElement | null>,
  { page, phase }: { page: boolean; phase: unknown },
) {
  const seen = useRef<unknown>(nothingYet)
  useEffect(() => {
    const lost = document.activeElement === document.body
    // A panel that is there when the page loads must not take the focus from the page.
    const wanted = seen.current === nothingYet ? page || !lost : lost
    seen.current = phase
    if (wanted && matchMedia('(pointer: fine)').matches) input.current?.focus({ preventScroll: true })
  }, [input, page, phase])
}
