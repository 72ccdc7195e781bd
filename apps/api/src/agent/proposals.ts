import {
  type AuditDraft,
  type CallContext,
  type Change,
  type Clock,
  CodedError,
  type OrderRecord,
  type Proof,
  type Proposal,
  type ToolResult,
} from '@marketplace-agent/domain'
import type { SessionStore } from '@marketplace-agent/session'
import type { AnyTool, Draft, ToolPorts, WordsKit, WriteTool } from '../tools/define-tool.ts'
import type { Caller, Decided, GateContext } from './caller.ts'
import { accessTo, denial } from './access.ts'
import { gateWords } from './gate.en.ts'

/** How long a proposal can be confirmed. */
export const proposalMinutes = 10

/** The last proposal of a conversation. Plain data. */
export interface KeptProposal {
  readonly state: 'open' | 'dropped' | 'committed'
  readonly tool: string
  readonly input: unknown
  readonly proposal: Proposal
  readonly answer: ToolResult | null
}

/** How proposals are kept: neither a look at one nor its being asked for again makes it last longer. */
export const proposalKeeping = {
  minutes: proposalMinutes,
  renews: (before: KeptProposal, after: KeptProposal) => before.proposal.id !== after.proposal.id,
}

/** A commit that lost a race is decided again so often before it is given up. */
const mostRaces = 20

// oxlint-disable-next-line typescript/no-explicit-any -- over every input and card type
type AnyWrite = WriteTool<any, any>

export interface ProposalDeskOptions {
  readonly ports: ToolPorts
  readonly kit: WordsKit
  readonly clock: Clock
  readonly proposals: SessionStore<KeptProposal>
  readonly newId: () => string
  readonly fingerprint: (conversation: string) => string
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

/** An order with changes made to it and to what belongs to it. */
export function withChanges(record: OrderRecord, changes: readonly Change[]): OrderRecord {
  const put = <T extends { number: string }>(list: readonly T[], after: T) => [
    ...(list.some(({ number }) => number === after.number) ? [] : [after]),
    ...list.map((each) => (each.number === after.number ? after : each)),
  ]
  return changes.reduce<OrderRecord>((now, change) => {
    switch (change.record) {
      case 'order':
        return { ...now, order: change.after }
      case 'delivery': {
        const { after } = change
        const same = (each: { tracking_number: string }) => each.tracking_number === after.tracking_number
        return { ...now, deliveries: now.deliveries.map((each) => (same(each) ? after : each)) }
      }
      case 'complaint':
        return { ...now, complaints: put(now.complaints, change.after) }
      case 'refund':
        return { ...now, refunds: put(now.refunds, change.after) }
    }
  }, record)
}

/** What a confirmation leaves: what was refused is over, what failed or lacks the proof may be tried again. */
function after(kept: KeptProposal, answer: ToolResult): KeptProposal {
  if (answer.outcome === 'ok') return { ...kept, state: 'committed', answer }
  return answer.outcome === 'failed' || answer.outcome === 'needs_input' ? kept : { ...kept, state: 'dropped', answer }
}

const inSeconds = (milliseconds: number) => new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z')

const noDeadline = (context: GateContext): CallContext => ({
  deadline: Infinity,
  signal: context.signal,
  degrade: (part) => context.degrade(part),
  log: context.log,
})

export function createProposalDesk(options: ProposalDeskOptions): ProposalDesk {
  const { ports, kit, clock, proposals } = options
  const { store } = ports

  const result = (tool: string, outcome: ToolResult['outcome'], message: string): ToolResult => ({
    tool,
    outcome,
    data: null,
    message,
  })

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

  /** What the customer says yes to. */
  const shown = ({ summary, before, after, amount }: Omit<Proposal, 'id' | 'tool' | 'expires'>) => [
    summary,
    before,
    after,
    amount,
  ]

  /** What a draft says, without what is only known when it is committed. */
  function describe(tool: AnyWrite, draft: Draft) {
    const { summary, before, after } = tool.words.proposal(draft, draft.changes(''), kit)
    return {
      summary,
      order_number: draft.record.order.number,
      before: [...before],
      after: [...after],
      amount: draft.amount,
    }
  }

  async function commit(
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

  /** Decides once more, as things are now, and commits; again when another change came between. */
  async function decideAndCommit(
    kept: KeptProposal,
    caller: Caller,
    idempotencyKey: string | null,
    context: CallContext,
  ): Promise<ToolResult> {
    const tool = options.tool(kept.tool) as AnyWrite
    const before = await store.committed(kept.proposal.id, context)
    if (before !== null) return repeat(kept.proposal.id, caller, context)
    for (let race = 0; race < mostRaces; race++) {
      const decided = await options.decide(tool.name, kept.input, caller, context)
      if (decided.kind !== 'draft') return options.settle(tool.name, kept.input, decided, caller, context)
      const { proposal } = kept
      const now = describe(tool, decided.draft)
      if (JSON.stringify(shown(now)) !== JSON.stringify(shown(proposal)))
        return result(tool.name, 'refused', gateWords.changed)
      const outcome = await commit(kept, decided.draft, caller, idempotencyKey, context)
      if (outcome.outcome === 'committed') return outcome.answer
      if (outcome.outcome === 'repeated') return outcome.committed.answer
      if (outcome.outcome === 'key_reused') throw keyReused()
    }
    throw new CodedError('unavailable', 'Too many changes of the same order at once.')
  }

  const keyReused = () =>
    new CodedError(
      'conflict',
      'This Idempotency-Key was used for another proposal; send a new one, or the same proposal again.',
    )

  /** A key is the conversation's own: another's can't be guessed into. */
  const keyOf = (caller: Caller, key: string | null) =>
    key === null ? null : `${caller.conversation === null ? '' : options.fingerprint(caller.conversation)}:${key}`

  /** What a commit that was forgotten here was answered with, for whom its order belongs to. */
  async function repeat(id: string, caller: Caller, context: GateContext): Promise<ToolResult> {
    const inner = noDeadline(context)
    const committed = await store.committed(id, inner)
    const order = committed?.orders[0]
    if (committed === null || order === undefined) return result('proposal', 'not_found', gateWords.gone)
    const tool = options.tool(committed.answer.tool)
    const access = await accessTo(
      { ...tool, opens: () => ({ record: 'order', number: order }) },
      {},
      caller,
      store,
      inner,
    )
    return access.allowed ? committed.answer : result('proposal', 'not_found', gateWords.gone)
  }

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
      if (conversation === null) return result(tool.name, 'refused', gateWords.noConversation)
      return proposals.transact(
        conversation,
        async (present) => {
          // Another customer's, from before this one proved who they are, gives way and isn't told.
          if (present?.state === 'open' && (await isOf(caller, present, context)))
            return { state: present, result: besideOpen(tool, input, present) }
          const proposal: Proposal = {
            id: options.newId(),
            tool: tool.name,
            ...describe(tool as AnyWrite, draft),
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

    repeat,

    async confirm(kept, caller, idempotencyKey, context, guarded) {
      const { conversation } = caller
      if (conversation === null) return result(kept.tool, 'refused', gateWords.noConversation)
      // Once it has begun, nobody who hangs up can stop it halfway.
      const steady: GateContext = { ...context, signal: new AbortController().signal }
      return proposals.transact(
        conversation,
        async (now) => {
          if (now === null || now.proposal.id !== kept.proposal.id) {
            const gone: KeptProposal = { ...kept, state: 'dropped' }
            return { state: now ?? gone, result: await repeat(kept.proposal.id, caller, steady) }
          }
          if (now.answer !== null) {
            const tool = options.tool(now.tool)
            const access = await accessTo(tool, now.input, caller, store, noDeadline(steady))
            return { state: now, result: access.allowed ? now.answer : denial(now.tool, access, kit.contact) }
          }
          if (now.state === 'dropped') return { state: now, result: result(now.tool, 'refused', gateWords.dropped) }
          const answer = await guarded(() =>
            decideAndCommit(now, caller, keyOf(caller, idempotencyKey), noDeadline(steady)),
          )
          // Another customer in the same conversation settles nothing of it.
          const settled = answer.outcome === 'ok' || (await isOf(caller, now, noDeadline(steady)))
          return { state: settled ? after(now, answer) : now, result: answer }
        },
        noDeadline(steady),
      )
    },
  }
}
