import {
  type AuditDraft,
  type CallContext,
  type Clock,
  CodedError,
  type Proposal,
  type ToolResult,
} from '@marketplace-agent/domain'
import type { AnyTool, Draft, ToolPorts, WordsKit, WriteTool } from '../tools/define-tool.ts'
import { accessTo } from './access.ts'
import type { Caller, Decided } from './caller.ts'
import { gateWords } from './gate.en.ts'
import type { KeptProposal } from './kept-proposal.ts'
import { withChanges } from './with-changes.ts'

/** A commit that lost a race is decided again so often before it is given up. */
const mostRaces = 20

// oxlint-disable-next-line typescript/no-explicit-any -- over every input and card type
type AnyWrite = WriteTool<any, any>

export interface CommitterOptions {
  readonly ports: ToolPorts
  readonly kit: WordsKit
  readonly clock: Clock
  readonly tool: (name: string) => AnyTool
  readonly audit: (tool: AnyTool, caller: Caller, fields: Partial<AuditDraft> & Pick<AuditDraft, 'event'>) => AuditDraft
  readonly decide: (name: string, input: unknown, caller: Caller, context: CallContext) => Promise<Decided>
  readonly settle: (
    name: string,
    input: unknown,
    decided: Decided,
    caller: Caller,
    context: CallContext,
  ) => Promise<ToolResult>
}

/** What a proposal tells its customer of a change. */
export type Described = Omit<Proposal, 'id' | 'tool' | 'expires'>

/** Turns a confirmed proposal into a change of the store: one, and only what was proposed. */
export interface Committer {
  /** What a draft says, without what is only known when it is committed. */
  describe(tool: AnyTool, draft: Draft): Described
  /** Decides once more, as things are now, and commits; again when another change came between. */
  commit(kept: KeptProposal, caller: Caller, idempotencyKey: string | null, context: CallContext): Promise<ToolResult>
  /** What an earlier commit was answered with, for whom its order belongs to. */
  repeat(id: string, caller: Caller, context: CallContext): Promise<ToolResult>
}

export function createCommitter({ ports, kit, clock, ...options }: CommitterOptions): Committer {
  const { store } = ports

  const without = (tool: string, outcome: ToolResult['outcome'], message: string): ToolResult => ({
    tool,
    outcome,
    data: null,
    message,
  })

  function describe(tool: AnyTool, draft: Draft): Described {
    const { summary, before, after } = (tool as AnyWrite).words.proposal(draft, draft.changes(''), kit)
    return {
      summary,
      order_number: draft.record.order.number,
      before: [...before],
      after: [...after],
      amount: draft.amount,
    }
  }

  /** What the customer says yes to. */
  const shown = ({ summary, before, after, amount }: Described) => JSON.stringify([summary, before, after, amount])

  async function commitDraft(
    kept: KeptProposal,
    draft: Draft,
    caller: Caller,
    idempotencyKey: string | null,
    context: CallContext,
  ) {
    const tool = options.tool(kept.tool) as AnyWrite
    const number = draft.numbered === null ? '' : await store.reserveNumber(draft.numbered, context)
    const changes = draft.changes(number)
    const card = tool.committed(withChanges(draft.record, changes), number, ports)
    const answer: ToolResult = {
      tool: tool.name,
      outcome: 'ok',
      data: card,
      message: tool.words.say(card, kit, kept.input),
    }
    const { order, version } = draft.record
    const outcome = await store.commit(
      {
        proposal: kept.proposal.id,
        idempotencyKey,
        expectedVersions: { [order.number]: version },
        changes,
        audit: [
          options.audit(tool, caller, {
            event: 'committed',
            proposal: kept.proposal.id,
            rule: draft.rule,
            order: order.number,
            changes,
          }),
        ],
        outbox: [{ to: order.customer.email, ...tool.words.mail(card, kit) }],
        answer,
        at: clock.now().toISOString(),
      },
      context,
    )
    return outcome.outcome === 'committed' ? { ...outcome, answer } : outcome
  }

  async function repeat(id: string, caller: Caller, context: CallContext): Promise<ToolResult> {
    const committed = await store.committed(id, context)
    const order = committed?.orders[0]
    if (committed === null || order === undefined) return without('proposal', 'not_found', gateWords.gone)
    const tool = options.tool(committed.answer.tool)
    const ofOrder = { ...tool, opens: () => ({ record: 'order' as const, number: order }) }
    const access = await accessTo(ofOrder, {}, caller, store, context)
    return access.allowed ? committed.answer : without('proposal', 'not_found', gateWords.gone)
  }

  return {
    describe,
    repeat,
    async commit(kept, caller, idempotencyKey, context) {
      const tool = options.tool(kept.tool)
      const before = await store.committed(kept.proposal.id, context)
      if (before !== null) return repeat(kept.proposal.id, caller, context)
      for (let race = 0; race < mostRaces; race++) {
        const decided = await options.decide(tool.name, kept.input, caller, context)
        if (decided.kind !== 'draft') return options.settle(tool.name, kept.input, decided, caller, context)
        if (shown(describe(tool, decided.draft)) !== shown(kept.proposal))
          return without(tool.name, 'refused', gateWords.changed)
        const outcome = await commitDraft(kept, decided.draft, caller, idempotencyKey, context)
        if (outcome.outcome === 'committed') return outcome.answer
        if (outcome.outcome === 'repeated') return outcome.committed.answer
        if (outcome.outcome === 'key_reused') {
          throw new CodedError(
            'conflict',
            'This Idempotency-Key was used for another proposal; send a new one, or the same proposal again.',
          )
        }
      }
      throw new CodedError('unavailable', 'Too many changes of the same order at once.')
    },
  }
}
