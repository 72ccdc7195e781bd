import type { CallContext, Proof, Proposal, ToolResult } from '@marketplace-agent/domain'
import type { SessionStore } from '@marketplace-agent/session'
import type { AnyTool, Draft } from '../tools/define-tool.ts'
import { accessTo, denial } from './access.ts'
import type { Caller, GateContext } from './caller.ts'
import { type CommitterOptions, createCommitter } from './commit-proposal.ts'
import { gateWords } from './gate.en.ts'
import { type KeptProposal, keptAfter, proposalMinutes } from './kept-proposal.ts'

export interface ProposalDeskOptions extends CommitterOptions {
  readonly proposals: SessionStore<KeptProposal>
  readonly newId: () => string
  readonly fingerprint: (conversation: string) => string
}

/** Where proposals lie until they are confirmed, dropped or expired: one a conversation. */
export interface ProposalDesk {
  /** What waits for this customer's yes; another's in the same conversation isn't theirs to see. */
  openProposal(conversation: string, proof: Proof, context: CallContext): Promise<Proposal | null>
  drop(conversation: string, context: CallContext): Promise<void>
  propose(tool: AnyTool, input: unknown, draft: Draft, caller: Caller, context: CallContext): Promise<ToolResult>
  find(id: string, caller: Caller, context: GateContext): Promise<KeptProposal | null>
  /** What a commit that was forgotten here was answered with, for whom its order belongs to. */
  repeat(id: string, caller: Caller, context: GateContext): Promise<ToolResult>
  confirm(
    kept: KeptProposal,
    caller: Caller,
    idempotencyKey: string | null,
    context: GateContext,
    guarded: (work: () => Promise<ToolResult>) => Promise<ToolResult>,
  ): Promise<ToolResult>
}

const noDeadline = (context: GateContext): CallContext => ({
  deadline: Infinity,
  signal: context.signal,
  degrade: (part) => context.degrade(part),
  log: context.log,
})

const inSeconds = (milliseconds: number) => new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z')

export function createProposalDesk(options: ProposalDeskOptions): ProposalDesk {
  const { ports, kit, clock, proposals } = options
  const { store } = ports
  const committer = createCommitter(options)

  const refused = (tool: string, message: string): ToolResult => ({ tool, outcome: 'refused', data: null, message })

  const asked = (tool: string, proposal: Proposal): ToolResult => ({
    tool,
    outcome: 'ok',
    data: { kind: 'proposal', proposal },
    message: `${proposal.summary} ${gateWords.confirm}`,
  })

  /** One is open at a time: the same asked for again is the same, anything else waits. */
  const besideOpen = (
    tool: AnyTool,
    input: unknown,
    { tool: name, input: given, proposal }: KeptProposal,
  ): ToolResult =>
    name === tool.name && JSON.stringify(given) === JSON.stringify(input)
      ? asked(name, proposal)
      : {
          tool: tool.name,
          outcome: 'refused',
          data: { kind: 'proposal', proposal },
          message: `${gateWords.anotherOpen(proposal.summary)} ${gateWords.confirm}`,
        }

  const isOf = async (caller: Pick<Caller, 'staff' | 'proof'>, kept: KeptProposal, context: CallContext) =>
    (await accessTo(options.tool(kept.tool), kept.input, caller, store, context)).allowed

  /** A key is the conversation's own: another's can't be guessed into. */
  const keyOf = (caller: Caller, key: string | null) =>
    key === null ? null : `${caller.conversation === null ? '' : options.fingerprint(caller.conversation)}:${key}`

  return {
    async openProposal(conversation, proof, context) {
      const kept = await proposals.read(conversation, context)
      return kept?.state === 'open' && (await isOf({ staff: false, proof }, kept, context)) ? kept.proposal : null
    },

    async drop(conversation, context) {
      const kept = await proposals.read(conversation, context)
      if (kept?.state !== 'open') return
      await proposals.transact(
        conversation,
        async (now) => ({ state: now?.state === 'open' ? { ...now, state: 'dropped' } : (now ?? kept), result: null }),
        context,
      )
    },

    async propose(tool, input, draft, caller, context) {
      const { conversation } = caller
      if (conversation === null) return refused(tool.name, gateWords.noConversation)
      return proposals.transact(
        conversation,
        async (present) => {
          // Another customer's, from before this one proved who they are, gives way and isn't told.
          if (present?.state === 'open' && (await isOf(caller, present, context)))
            return { state: present, result: besideOpen(tool, input, present) }
          const proposal: Proposal = {
            id: options.newId(),
            tool: tool.name,
            ...committer.describe(tool, draft),
            expires: inSeconds(clock.now().getTime() + proposalMinutes * 60_000),
          }
          await store.audit(
            options.audit(tool, caller, {
              event: 'proposed',
              proposal: proposal.id,
              rule: draft.rule,
              order: draft.record.order.number,
              changes: draft.changes(''),
            }),
            context,
          )
          return {
            state: { state: 'open', tool: tool.name, input, proposal, answer: null },
            result: asked(tool.name, proposal),
          }
        },
        context,
      )
    },

    async find(id, { conversation }, context) {
      const kept = conversation === null ? null : await proposals.read(conversation, noDeadline(context))
      return kept?.proposal.id === id ? kept : null
    },

    repeat: (id, caller, context) => committer.repeat(id, caller, noDeadline(context)),

    async confirm(kept, caller, idempotencyKey, context, guarded) {
      const { conversation } = caller
      if (conversation === null) return refused(kept.tool, gateWords.noConversation)
      // Once it has begun, nobody who hangs up can stop it halfway.
      const steady: GateContext = { ...context, signal: new AbortController().signal }
      return proposals.transact(
        conversation,
        async (now) => {
          if (now === null || now.proposal.id !== kept.proposal.id) {
            const gone: KeptProposal = { ...kept, state: 'dropped' }
            return { state: now ?? gone, result: await committer.repeat(kept.proposal.id, caller, noDeadline(steady)) }
          }
          if (now.answer !== null) {
            const tool = options.tool(now.tool)
            const access = await accessTo(tool, now.input, caller, store, noDeadline(steady))
            return { state: now, result: access.allowed ? now.answer : denial(now.tool, access, kit.contact) }
          }
          if (now.state === 'dropped') return { state: now, result: refused(now.tool, gateWords.dropped) }
          const answer = await guarded(() =>
            committer.commit(now, caller, keyOf(caller, idempotencyKey), noDeadline(steady)),
          )
          // Another customer in the same conversation settles nothing of it.
          const settled = answer.outcome === 'ok' || (await isOf(caller, now, noDeadline(steady)))
          return { state: settled ? keptAfter(now, answer) : now, result: answer }
        },
        noDeadline(steady),
      )
    },
  }
}
