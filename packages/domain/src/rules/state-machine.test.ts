import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { complaintStates, orderStates, refundStates } from '../schema/records.ts'
import { type MachineKind, agentMayMove, canMove, stateMachines } from './state-machine.ts'

const states = { order: orderStates, refund: refundStates, complaint: complaintStates }
const page = readFileSync(new URL('../../../../docs/rules.md', import.meta.url), 'utf8')

/** The arrows of the diagram under a heading: `requested --> paid`, `[*]` for the beginning. */
function drawn(heading: string): string[] {
  const [, section = ''] = page.split(`### ${heading}\n`)
  const [diagram = ''] = section.split('```mermaid')[1]?.split('```') ?? []
  return diagram
    .split('\n')
    .filter((line) => line.includes('-->') && !line.includes('--> [*]'))
    .map((line) => line.trim())
}

describe('the state machines', () => {
  it.each<[MachineKind, string]>([
    ['order', 'Orders'],
    ['refund', 'Refunds'],
    ['complaint', 'Complaints'],
  ])('of %s are those of the documentation', (kind, heading) => {
    const moves = stateMachines[kind].map(({ from, to, by }) => `${from ?? '[*]'} --> ${to}: ${by}`)
    expect(drawn(heading).toSorted()).toEqual(moves.toSorted())
  })

  it.each(Object.keys(states) as MachineKind[])('reach every state of %s from the beginning', (kind) => {
    const reached = new Set<string>()
    const visit = (from: string | null) => {
      for (const move of stateMachines[kind]) {
        if (move.from !== from || reached.has(move.to)) continue
        reached.add(move.to)
        visit(move.to)
      }
    }
    visit(null)
    expect([...reached].toSorted()).toEqual([...states[kind]].toSorted())
  })

  it('let the agent cancel, ask and complain, and nothing else', () => {
    const moves = Object.values(stateMachines).flatMap((machine) => machine.filter(({ by }) => by === 'agent'))
    expect(moves.map(({ from, to }) => [from, to])).toEqual([
      ['processing', 'cancelled'],
      [null, 'requested'],
      [null, 'open'],
    ])
    expect(agentMayMove('refund', 'requested', 'approved')).toBe(false)
    expect(canMove('refund', 'requested', 'approved')).toBe(true)
    expect(canMove('refund', 'paid', 'requested')).toBe(false)
    expect(canMove('order', 'shipped', 'cancelled')).toBe(false)
  })
})
