import { createFormat } from '@marketplace-agent/domain'
import type { OrderRecordCard, ToolResult } from '@marketplace-agent/domain'
import { Type } from '@sinclair/typebox'
import { describe, expect, it } from 'vitest'
import { createClock } from '../clock.ts'
import { type AnyTool, type ToolPorts, type ToolReply, type WordsKit, defineTool } from '../tools/define-tool.ts'
import { type Caller, createGate } from './gate.ts'

const input = Type.Object({ name: Type.String({ minLength: 1 }) }, { additionalProperties: false })
type Reply = ToolReply<OrderRecordCard>

const tool = (run: () => Promise<Reply>, access: 'public' | 'staff' = 'public'): AnyTool =>
  defineTool<typeof input, OrderRecordCard>({
    name: 'greet',
    title: 'Greet',
    description: 'Greets.',
    intent: 'general',
    tasks: [],
    access,
    input,
    slots: {},
    card: 'order_record',
    words: { ask: {}, say: () => 'hello', otherwise: { nobody: ({ name }) => `no ${name}` }, next: () => [] },
    run,
  })

const kit = {
  format: createFormat({ locale: 'en-US', currency: 'USD', time_zone: 'UTC' }),
  shopName: 'Shop',
  contact: 'x',
  today: '2026-01-01',
} as WordsKit

function setUp(one: AnyTool, deadline = 1000) {
  const seen: [string, ToolResult['outcome']][] = []
  const degraded: string[] = []
  const logged: object[] = []
  const log = {
    debug: () => {},
    info: (fields: object) => logged.push(fields),
    warn: () => {},
    error: (fields: object) => logged.push(fields),
  }
  const gate = createGate({
    tools: [one],
    ports: {} as ToolPorts,
    kit,
    clock: createClock(null),
    deadline,
    observer: { toolCalled: (name, outcome) => seen.push([name, outcome]) },
  })
  const caller: Caller = { door: 'rest', staff: false }
  const context = { signal: new AbortController().signal, degrade: (part: string) => degraded.push(part), log }
  const call = (given: unknown, as: Partial<Caller> = {}) => gate.call('greet', given, { ...caller, ...as }, context)
  return { call, seen, degraded, logged }
}

const nobody: Reply = { outcome: 'not_found', reason: 'nobody' }

describe('gate', () => {
  it('puts an outcome into the words of the tool', async () => {
    const { call, seen } = setUp(tool(async () => nobody))
    expect(await call({ name: 'Ann' })).toEqual({ tool: 'greet', outcome: 'not_found', data: null, message: 'no Ann' })
    expect(seen).toEqual([['greet', 'not_found']])
  })

  it('never runs a tool on input that is not its own, and names every fault', async () => {
    let ran = false
    const { call } = setUp(
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
    const { call } = setUp(
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
    const { call, degraded } = setUp(tool(() => Promise.reject(new Error('secret path'))))
    const result = await call({ name: 'Ann' })
    expect(result).toMatchObject({ outcome: 'failed', data: null })
    expect(result.message).not.toContain('secret')
    expect(degraded).toEqual(['greet'])
  })

  it('gives up on a tool that is late', async () => {
    const { call, seen } = setUp(
      tool(() => new Promise(() => {})),
      1,
    )
    expect((await call({ name: 'Ann' })).outcome).toBe('failed')
    expect(seen).toEqual([['greet', 'failed']])
  })

  it('logs the call without its input', async () => {
    const { call, logged } = setUp(tool(async () => nobody))
    await call({ name: 'Ann' })
    expect(logged).toEqual([expect.objectContaining({ door: 'rest', tool: 'greet', outcome: 'not_found' })])
    expect(JSON.stringify(logged)).not.toContain('Ann')
  })

  it('knows its tools only', async () => {
    const gate = createGate({
      tools: [],
      ports: {} as ToolPorts,
      kit,
      clock: createClock(null),
      deadline: 1,
      observer: { toolCalled: () => {} },
    })
    expect(() => gate.tool('other')).toThrow('There is no tool "other".')
  })
})
