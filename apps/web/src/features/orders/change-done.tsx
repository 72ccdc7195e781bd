import type { ToolResult } from '@marketplace-agent/api-client'
import { Button } from '../../components/ui/button.tsx'
import { Notice } from '../../components/ui/notice.tsx'

/** What was done to the order, in words. */
export const ChangeDone = ({ result, onClose }: { result: ToolResult; onClose: () => void }) => (
  <>
    <Notice tone="positive" role="status">
      {result.message}
    </Notice>
    <Button look="primary" className="justify-self-start" onClick={onClose}>
      Back to the order
    </Button>
  </>
)
