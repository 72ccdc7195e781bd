import { confirmProposal, dropProposal, type Problem, type ToolResult } from '@marketplace-agent/api-client'
import { conversationChanges } from '../../lib/conversation-changes.ts'
import { useSingleMutation } from '../../lib/use-single-mutation.ts'

export type Decision = 'confirm' | 'drop'

/**
 * Says yes or no to a proposal. The key is the proposal's own, so that pressed again, after whatever failure or reload, it
 * gives the same answer and changes nothing. Everything that shows records or the conversation hears of it.
 */
export function useSettleProposal(id: string) {
  return useSingleMutation<ToolResult, Problem, Decision>({
    mutationFn: async (decision) => {
      const { data } =
        decision === 'confirm'
          ? await confirmProposal({ path: { id }, headers: { 'idempotency-key': `yes-${id}` }, throwOnError: true })
          : await dropProposal({ path: { id }, throwOnError: true })
      return data
    },
    onSettled: () => conversationChanges.announce(),
  })
}
