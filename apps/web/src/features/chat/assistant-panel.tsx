import { X } from 'lucide-react'
import { IconButton } from '../../components/ui/icon-button.tsx'
import { Conversation } from './conversation.tsx'

/** The conversation beside the shop. */
export const AssistantPanel = ({ onClose }: { onClose: () => void }) => (
  <Conversation actions={<IconButton label="Close" icon={<X aria-hidden />} onClick={onClose} />} />
)
