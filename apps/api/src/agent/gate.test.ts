import { createFormat } from '@marketplace-agent/domain'
import type { AuditDraft, OrderRecordCard, Proof, ToolResult } from '@marketplace-agent/domain'
import { openSessions } from '@marketplace-agent/session'
import type { Store } from '@marketplace-agent/store'
import { Type } from '@sinclair/typebox'
import { describe, expect, it } from 'vitest'
import { createClock } from '../clock.ts'
import {
  type AnyTool,
  type Limit,
  type ToolPorts,
  type ToolReply,
  type WordsKit,
  defineTool,
} from '../tools/define-tool.ts'
import type { Caller } from './caller.ts'
import { createGate } from './gate.ts'

const input = Type.Object({ name: Type.String({ minLength: 1 }) }, { additionalProperties: false })
type Reply = ToolReply<OrderRecordCard>

const tool = (run: () => Promise<Reply>, access: AnyTool['access'] = 'public', limit?: Limit): AnyTool =>
  defineTool<typeof input, OrderRecordCard>({
    name: 'greet',
    title: 'Greet',
    description: 'Greets.',
    intent: 'general',
    tasks: [],
    access,
    ...(limit !== undefined && { limit }),
    input,
    slots: {},
    card: 'order_record',
    words: {
      ask: {},
      say: () => 'hello',
      otherwise: { nobody: ({ name }) => `no ${name}`, never: () => 'never' },
      next: () => [],
    },
    run,
  })

const kit = {
  format: createFormat({ locale: 'en-US', currency: 'USD', time_zone: 'UTC' }),
  shopName: 'Shop',
  contact: 'x',
  today: '2026-01-01',
} as WordsKit

async function setUp(one: AnyTool, deadline = 1000) {
  const seen: [string, ToolResult['outcome']][] = []
  const degraded: string[] = []
  const logged: object[] = []
  const audited: AuditDraft[] = []
  const store: Partial<Store> = {
    audit: async (entry) => {
      audited.push(entry)
    },
  }
  const clock = createClock(null)
  const log = {
    debug: () => {},
    info: (fields: object) => logged.push(fields),
    warn: () => {},
    error: (fields: object) => logged.push(fields),
  }
  const gate = createGate({
    tools: [one],
    ports: { store } as Partial<ToolPorts> as ToolPorts,
    kit,
    clock,
    deadline,
    observer: { toolCalled: (name, outcome) => seen.push([name, outcome]) },
    proposals: await openSessions({ clock }),
    newProposalId: () => 'p',
    fingerprint: (conversation) => `print of ${conversation}`,
  })
  const caller: Caller = { door: 'rest', staff: false, conversation: 'c', address: 'a', proof: null }
  const context = { signal: new AbortController().signal, degrade: (part: string) => degraded.push(part), log }
  const call = (given: unknown, as: Partial<Caller> = {}) => gate.call('greet', given, { ...caller, ...as }, context)
  return { call, seen, degraded, logged, audited, gate }
}

const nobody: Reply = { outcome: 'not_found', reason: 'nobody' }
const proof: Proof = { kind: 'customer', number: 'N-1', email: 'ann@shop.example' }

describe('gate', () => {
  it('puts an outcome into the words of the tool', async () => {
    const { call, seen } = await setUp(tool(async () => nobody))
    expect(await call({ name: 'Ann' })).toEqual({ tool: 'greet', outcome: 'not_found', data: null, message: 'no Ann' })
    expect(seen).toEqual([['greet', 'not_found']])
  })

  it('never runs a tool on input that is not its own, and names every fault', async () => {
    let ran = false
    const { call } = await setUp(
      tool(async () => {
        ran = true
        return nobody
      }),
    )
    const result = await call({ name: '', extra: 1 })
    expect(result).toMatchObject({ outcome: 'needs_input', data: null })
    expect(result.message).toMatch(/extra: .*; name: /)
    expect(ran).toBe(false)
  })

  it('opens a staff tool to staff only', async () => {
    let runs = 0
    const { call } = await setUp(
      tool(async () => {
        runs++
        return nobody
      }, 'staff'),
    )
    expect((await call({ name: 'Ann' })).outcome).toBe('refused')
    expect(runs).toBe(0)
    expect((await call({ name: 'Ann' }, { staff: true })).outcome).toBe('not_found')
    expect(runs).toBe(1)
  })

  it('makes a failure an outcome, says nothing of the error, and degrades', async () => {
    const { call, degraded } = await setUp(tool(() => Promise.reject(new Error('secret path'))))
    const result = await call({ name: 'Ann' })
    expect(result).toMatchObject({ outcome: 'failed', data: null })
    expect(result.message).not.toContain('secret')
    expect(degraded).toEqual(['greet'])
  })

  it('gives up on a tool that is late', async () => {
    const { call, seen } = await setUp(
      tool(() => new Promise(() => {})),
      1,
    )
    expect((await call({ name: 'Ann' })).outcome).toBe('failed')
    expect(seen).toEqual([['greet', 'failed']])
  })

  it('logs the call without its input', async () => {
    const { call, logged } = await setUp(tool(async () => nobody))
    await call({ name: 'Ann' })
    expect(logged).toEqual([expect.objectContaining({ door: 'rest', tool: 'greet', outcome: 'not_found' })])
    expect(JSON.stringify(logged)).not.toContain('Ann')
  })

  it('never runs a tool more often than its limit lets it, by conversation and by address', async () => {
    let runs = 0
    const limit = { conversation: 1, address: 2, minutes: 10 }
    const { call } = await setUp(
      tool(
        async () => {
          runs++
          return nobody
        },
        'public',
        limit,
      ),
    )
    const given = { name: 'Ann' }
    expect((await call({ name: '' })).outcome).toBe('needs_input')
    expect((await call(given)).outcome).toBe('not_found')
    expect(await call(given)).toMatchObject({ outcome: 'refused', data: null })
    expect((await call(given, { conversation: 'd' })).outcome).toBe('not_found')
    expect((await call(given, { conversation: 'e' })).outcome).toBe('refused')
    expect(runs).toBe(2)
  })

  it('asks for the proof before it runs what is of customers', async () => {
    let runs = 0
    const { call } = await setUp(
      tool(async () => {
        runs++
        return nobody
      }, 'customer'),
    )
    expect(await call({ name: 'Ann' })).toMatchObject({ outcome: 'needs_input', needs: 'proof', data: null })
    expect(runs).toBe(0)
    expect((await call({ name: 'Ann' }, { proof })).outcome).toBe('not_found')
    expect(runs).toBe(1)
  })

  it("audits what a customer was refused, without e-mail or the conversation's id, and no public refusal", async () => {
    const never = async () => ({ outcome: 'refused', reason: 'never' }) as const
    const { call, audited } = await setUp(tool(never, 'customer'))
    expect((await call({ name: 'Ann' }, { proof })).outcome).toBe('refused')
    expect(audited).toMatchObject([
      {
        event: 'refused',
        tool: 'greet',
        door: 'rest',
        conversation: 'print of c',
        proof: { kind: 'order', number: 'N-1' },
        changes: [],
      },
    ])
    expect(JSON.stringify(audited)).not.toContain(proof.email)
    const open = await setUp(tool(never))
    await open.call({ name: 'Ann' })
    expect(open.audited).toEqual([])
  })

  it('knows its tools only', async () => {
    const { gate } = await setUp(tool(async () => nobody))
    expect(() => gate.tool('other')).toThrow('There is no tool "other".')
  })
})
