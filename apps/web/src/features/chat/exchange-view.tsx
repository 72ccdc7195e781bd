import type { ReactNode } from 'react'
import { VisuallyHidden } from '../../components/ui/visually-hidden.tsx'

/** What the customer said; where it was a button that spoke, that. */
export const CustomerMessage = ({ message }: { message: string }) =>
  message === '' ? (
    <p className="justify-self-end text-sm text-muted italic">By button</p>
  ) : (
    <p className="max-w-[85%] justify-self-end rounded-xl rounded-br-sm bg-accent-soft px-4 py-2.5 wrap-break-word whitespace-pre-wrap">
      <VisuallyHidden>You: </VisuallyHidden>
      {message}
    </p>
  )

/** What the assistant says to it. */
export const AssistantMessage = ({ children }: { children: ReactNode }) => (
  <div className="min-w-0">
    <VisuallyHidden>Assistant: </VisuallyHidden>
    {children}
  </div>
)
