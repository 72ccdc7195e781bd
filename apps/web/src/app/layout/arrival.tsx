import { useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { composerId } from '../../features/chat/use-composer-focus.ts'

/** After a change of page: moves the focus to the content and says the page's title, as a page load would. */
export function Arrival() {
  const router = useRouter()
  const [title, setTitle] = useState('')
  useEffect(
    () =>
      router.subscribe('onRendered', ({ pathChanged, fromLocation }) => {
        if (!pathChanged || fromLocation === undefined) return
        // Who writes to the assistant goes on writing.
        if (document.activeElement?.closest(`aside, #${composerId}`) == null)
          document.getElementById('main')?.focus({ preventScroll: true })
        setTitle(document.title)
      }),
    [router],
  )
  return (
    <p role="status" className="sr-only">
      {title}
    </p>
  )
}
