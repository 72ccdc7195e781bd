import {
  type CallContext,
  type Card,
  type Clock,
  CodedError,
  type Log,
  type ToolResult,
} from '@marketplace-agent/domain'
import { TypeCompiler } from '@sinclair/typebox/compiler'
import type { AnyTool, ToolPorts, ToolReply, WordsKit } from '../tools/define-tool.ts'
import { gateWords } from './gate.en.ts'
import { withDeadline } from './with-deadline.ts'

/** Who asks, through which door. */
export interface Caller {
  readonly door: 'chat' | 'rest'
  readonly staff: boolean
}

export type GateContext = Omit<CallContext, 'deadline'>

type Check = ReturnType<typeof TypeCompiler.Compile>

export interface ToolObserver {
  toolCalled(tool: string, outcome: ToolResult['outcome'], milliseconds: number): void
}

export interface Gate {
  readonly tools: readonly AnyTool[]
  readonly kit: WordsKit
  tool(name: string): AnyTool
  /**
   * The only way to a tool. Decides in this order: is there such a tool, is the input valid, may this caller,
   * and then runs it within its deadline. Whatever goes wrong is an outcome.
   */
  call(name: string, input: unknown, caller: Caller, context: GateContext): Promise<ToolResult>
}

export interface GateOptions {
  readonly tools: readonly AnyTool[]
  readonly ports: ToolPorts
  readonly kit: WordsKit
  readonly clock: Clock
  /** Milliseconds that one call may take. */
  readonly deadline: number
  readonly observer: ToolObserver
}

/** Who may use a tool of each kind of access. */
const mayCall: Readonly<Record<AnyTool['access'], (caller: Caller) => boolean>> = {
  public: () => true,
  staff: (caller) => caller.staff,
}

export function createGate({ tools, ports, kit, clock, deadline, observer }: GateOptions): Gate {
  const entries = new Map(tools.map((tool) => [tool.name, { tool, check: TypeCompiler.Compile(tool.input) }]))

  function entry(name: string) {
    const found = entries.get(name)
    if (found === undefined) throw new CodedError('not_found', `There is no tool "${name}".`)
    return found
  }

  function inWords(tool: AnyTool, input: unknown, reply: ToolReply<Card>): ToolResult {
    if (reply.outcome === 'ok') {
      const { data, edges } = reply
      const message: string = tool.words.say(data, kit, input)
      return { tool: tool.name, outcome: 'ok', data, message, ...(edges !== undefined && { edges: [...edges] }) }
    }
    const say = tool.words.otherwise[reply.reason]
    if (say === undefined) throw new CodedError('internal', `${tool.name} has no words for "${reply.reason}".`)
    return { tool: tool.name, outcome: reply.outcome, data: null, message: say(input, reply.values ?? {}, kit) }
  }

  async function run(tool: AnyTool, input: unknown, context: GateContext, log: Log) {
    try {
      const reply = await withDeadline(deadline, clock, context, (inner) => tool.run(input, ports, inner))
      return inWords(tool, input, reply)
    } catch (error) {
      const code = error instanceof CodedError ? error.code : 'internal'
      if (code === 'aborted') log.info({ tool: tool.name }, 'tool call given up')
      else {
        log.error({ tool: tool.name, code, err: error }, 'tool failed')
        context.degrade(tool.name)
      }
      const message = code === 'deadline_exceeded' ? gateWords.late(tool.title) : gateWords.failed(tool.title)
      return { tool: tool.name, outcome: 'failed' as const, data: null, message }
    }
  }

  async function decide(
    tool: AnyTool,
    check: Check,
    input: unknown,
    caller: Caller,
    context: GateContext,
  ): Promise<ToolResult> {
    if (!check.Check(input)) {
      const faults = [...check.Errors(input)].map(({ path, message }) => `${path.slice(1)}: ${message}`)
      return { tool: tool.name, outcome: 'needs_input', data: null, message: gateWords.invalid(tool.title, faults) }
    }
    if (!mayCall[tool.access](caller)) {
      return { tool: tool.name, outcome: 'refused', data: null, message: gateWords.staffOnly }
    }
    return run(tool, input, context, context.log)
  }

  return {
    tools,
    kit,
    tool: (name) => entry(name).tool,
    async call(name, input, caller, context) {
      const { tool, check } = entry(name)
      const started = clock.monotonic()
      const result = await decide(tool, check, input, caller, context)
      const milliseconds = clock.monotonic() - started
      observer.toolCalled(name, result.outcome, milliseconds)
      context.log.info(
        {
          door: caller.door,
          tool: name,
          outcome: result.outcome,
          milliseconds: Math.round(milliseconds * 1000) / 1000,
        },
        'tool call',
      )
      return result
    },
  }
}
