import { Inbox } from 'lucide-react'
import type { ComponentProps } from 'react'
import { MessagePanel } from './message-panel.tsx'

/** Nothing is here (yet): the title says what, the children what to do. */
export const EmptyState = ({ icon = <Inbox />, ...rest }: Omit<ComponentProps<typeof MessagePanel>, 'role'>) => (
  <MessagePanel icon={icon} {...rest} />
)
