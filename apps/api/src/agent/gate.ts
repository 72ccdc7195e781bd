import {
  type AuditDraft,
  type CallContext,
  type Card,
  type Clock,
  CodedError,
  type ToolResult,
} from '@marketplace-agent/domain'
import type { SessionStore } from '@marketplace-agent/session'
import { TypeCompiler } from '@sinclair/typebox/compiler'
import {
  type AnyTool,
  type InputFault,
  type Otherwise,
  type Subject,
  type ToolPorts,
  type ToolReply,
  type WordsKit,
  numberFields,
  writes,
} from '../tools/define-tool.ts'
import { accessTo, denial } from './access.ts'
import { gateWords } from './gate.en.ts'
import { createLimits } from './limits.ts'
import type { KeptProposal } from './kept-proposal.ts'
import { type ProposalDesk, createProposalDesk } from './proposals.ts'
import type { Caller, Decided, GateContext } from './caller.ts'
import { withDeadline } from './with-deadline.ts'

type Check = ReturnType<typeof TypeCompiler.Compile>

export interface ToolObserver {
  toolCalled(tool: string, outcome: ToolResult['outcome'], milliseconds: number): void
}

export interface Gate extends Pick<ProposalDesk, 'openProposal' | 'drop'> {
  readonly tools: readonly AnyTool[]
  readonly kit: WordsKit
  tool(name: string): AnyTool
  /** What of an input, or of those of its fields that fit the schema, isn't to be had in this shop. */
  faults(name: string, input: object): readonly InputFault[]
  /**
   * The only way to a tool. Decides in this order: is there such a tool, is the input valid, may this caller and is it
   * theirs, is the limit kept, do the rules allow it; a tool that reads is then run, one that writes is only proposed.
   * Whatever goes wrong is an outcome.
   */
  call(name: string, input: unknown, caller: Caller, context: GateContext): Promise<ToolResult>
  /**
   * The customer's yes: decides all of it again, as things are now, and commits. The same proposal confirmed again is
   * answered as it was. Throws CodedError `conflict` when the idempotency key was used for another proposal.
   */
  confirm(proposal: string, caller: Caller, idempotencyKey: string | null, context: GateContext): Promise<ToolResult>
}

export interface GateOptions {
  readonly tools: readonly AnyTool[]
  readonly ports: ToolPorts
  readonly kit: WordsKit
  readonly clock: Clock
  /** Milliseconds that one call may take. */
  readonly deadline: number
  readonly observer: ToolObserver
  /** The open proposal of each conversation. */
  readonly proposals: SessionStore<KeptProposal>
  readonly newProposalId: () => string
  /** A name for a conversation that doesn't open it, for the audit log. */
  readonly fingerprint: (conversation: string) => string
}

export function createGate(options: GateOptions): Gate {
  const { tools, ports, kit, clock, deadline, observer } = options
  const entries = new Map(
    tools.map((tool) => [
      tool.name,
      { tool, check: TypeCompiler.Compile(tool.input), numbers: numberFields(tool.input) },
    ]),
  )
  const limits = createLimits(clock)

  function entry(name: string) {
    const found = entries.get(name)
    if (found === undefined) throw new CodedError('not_found', `There is no tool "${name}".`)
    return found
  }

  /** An input with the records' numbers in the shop's own form, however they were typed. */
  function withNumbers(given: unknown, fields: ReturnType<typeof numberFields>): unknown {
    if (typeof given !== 'object' || given === null) return given
    const read = fields.flatMap(([field, kind]) => {
      const typed: unknown = Reflect.get(given, field)
      const number = typeof typed === 'string' ? ports.shop.numbers[kind].matches(typed) : null
      return number === null ? [] : [[field, number] as const]
    })
    return read.length === 0 ? given : { ...given, ...Object.fromEntries(read) }
  }

  const plain = (tool: AnyTool, outcome: ToolResult['outcome'], message: string): Decided => ({
    kind: 'result',
    result: { tool: tool.name, outcome, data: null, message },
  })

  function otherwise(tool: AnyTool, input: unknown, reply: Otherwise): ToolResult {
    const say = tool.words.otherwise[reply.reason]
    if (say === undefined) throw new CodedError('internal', `${tool.name} has no words for "${reply.reason}".`)
    const { outcome, data = null, needs } = reply
    const message: string = say(input, reply.values ?? {}, kit)
    return { tool: tool.name, outcome, data, message, ...(needs !== undefined && { needs }) }
  }

  function inWords(tool: AnyTool, input: unknown, reply: ToolReply<Card>): ToolResult {
    if (reply.outcome !== 'ok') return otherwise(tool, input, reply)
    const { data, edges } = reply
    const message: string = tool.words.say(data, kit, input)
    return { tool: tool.name, outcome: 'ok', data, message, ...(edges !== undefined && { edges: [...edges] }) }
  }

  /** The checks that come before a tool, then the tool. */
  async function decide(
    tool: AnyTool,
    check: Check,
    input: unknown,
    caller: Caller,
    context: CallContext,
  ): Promise<Decided> {
    if (!check.Check(input)) {
      const faults = [...check.Errors(input)].map(({ path, message }) => `${path.slice(1)}: ${message}`)
      return plain(tool, 'needs_input', gateWords.invalid(tool.title, faults))
    }
    const unknown = tool.faults?.(input as object, ports.shop) ?? []
    if (unknown.length > 0) {
      return plain(tool, 'needs_input', unknown.map(({ detail }) => detail).join(' '))
    }
    const access = await accessTo(tool, input, caller, ports.store, context)
    if (!access.allowed) return { kind: 'result', result: denial(tool.name, access, kit.contact) }
    if (tool.limit !== undefined && !limits.take(tool.name, tool.limit, caller)) {
      return plain(tool, 'refused', gateWords.limit(kit.contact))
    }
    return attempt(tool, input, access.subject, context)
  }

  async function attempt(tool: AnyTool, input: unknown, subject: Subject, context: CallContext): Promise<Decided> {
    if (!writes(tool)) return { kind: 'reply', reply: await tool.run(input, ports, context, subject) }
    if (subject.record === null) throw new CodedError('internal', `${tool.name} writes and opens no order.`)
    const draft = await tool.propose(input, ports, context, { ...subject, record: subject.record })
    return draft.outcome === 'proposal' ? { kind: 'draft', draft, subject } : { kind: 'reply', reply: draft }
  }

  const audit = (
    tool: AnyTool,
    caller: Caller,
    fields: Partial<AuditDraft> & Pick<AuditDraft, 'event'>,
  ): AuditDraft => ({
    at: clock.now().toISOString(),
    tool: tool.name,
    door: caller.door,
    conversation: caller.conversation === null ? null : options.fingerprint(caller.conversation),
    proof:
      caller.proof === null
        ? null
        : { kind: caller.proof.kind === 'customer' ? 'order' : caller.proof.record, number: caller.proof.number },
    proposal: null,
    rule: null,
    order: null,
    changes: [],
    ...fields,
  })

  /** Words for what was decided; a refusal of somebody who proved who they are goes to the audit log. */
  async function settle(tool: AnyTool, input: unknown, decided: Decided, caller: Caller, context: CallContext) {
    if (decided.kind === 'draft') throw new CodedError('internal', 'A draft is proposed, not settled.')
    const result = decided.kind === 'result' ? decided.result : inWords(tool, input, decided.reply)
    if (result.outcome === 'refused' && tool.access === 'customer') {
      const rule = result.data?.kind === 'refusal' ? result.data.rule : 'access'
      const opens = tool.opens?.(input)
      await ports.store.audit(
        audit(tool, caller, { event: 'refused', rule, order: opens?.record === 'order' ? opens.number : null }),
        context,
      )
    }
    return result
  }

  /** Does what may fail or be late; whatever goes wrong is the outcome `failed`. */
  async function guarded(tool: AnyTool, context: GateContext, work: () => Promise<ToolResult>): Promise<ToolResult> {
    try {
      return await work()
    } catch (error) {
      const code = error instanceof CodedError ? error.code : 'internal'
      if (code === 'conflict') throw error
      if (code === 'aborted') context.log.info({ tool: tool.name }, 'tool call given up')
      else {
        context.log.error({ tool: tool.name, code, err: error }, 'tool failed')
        context.degrade(tool.name)
      }
      const message = code === 'deadline_exceeded' ? gateWords.late(tool.title) : gateWords.failed(tool.title)
      return { tool: tool.name, outcome: 'failed' as const, data: null, message }
    }
  }

  async function observed(tool: AnyTool, caller: Caller, context: GateContext, work: () => Promise<ToolResult>) {
    const started = clock.monotonic()
    const result = await work()
    const milliseconds = clock.monotonic() - started
    observer.toolCalled(tool.name, result.outcome, milliseconds)
    context.log.info(
      {
        door: caller.door,
        tool: tool.name,
        outcome: result.outcome,
        milliseconds: Math.round(milliseconds * 1000) / 1000,
      },
      'tool call',
    )
    return result
  }

  const desk = createProposalDesk({
    ports,
    kit,
    clock,
    proposals: options.proposals,
    newId: options.newProposalId,
    fingerprint: options.fingerprint,
    audit,
    decide: (name, input, caller, context) => {
      const { tool, check } = entry(name)
      return decide(tool, check, input, caller, context)
    },
    settle: (name, input, decided, caller, context) => settle(entry(name).tool, input, decided, caller, context),
    tool: (name) => entry(name).tool,
  })

  return {
    tools,
    kit,
    tool: (name) => entry(name).tool,
    faults: (name, input) => entry(name).tool.faults?.(input, ports.shop) ?? [],
    openProposal: desk.openProposal,
    drop: desk.drop,
    async call(name, given, caller, context) {
      const { tool, check, numbers } = entry(name)
      const input = withNumbers(given, numbers)
      const work = async (inner: CallContext) => {
        const decided = await decide(tool, check, input, caller, inner)
        return decided.kind === 'draft'
          ? desk.propose(tool, input, decided.draft, caller, inner)
          : settle(tool, input, decided, caller, inner)
      }
      return observed(tool, caller, context, () =>
        guarded(tool, context, () => withDeadline(deadline, clock, context, work)),
      )
    },
    async confirm(proposal, caller, idempotencyKey, context) {
      const kept = await desk.find(proposal, caller, context)
      if (kept === null) return desk.repeat(proposal, caller, context)
      const tool = entry(kept.tool).tool
      // Without a deadline: what has begun to be written is answered with what came of it.
      return observed(tool, caller, context, () =>
        desk.confirm(kept, caller, idempotencyKey, context, (work) => guarded(tool, context, work)),
      )
    },
  }
}
