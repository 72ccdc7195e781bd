import { randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createSessionIds, sessionIdPattern } from './session-id.ts'

const a = 'a'.repeat(32)
const b = 'b'.repeat(32)
const ids = createSessionIds([a], randomBytes)

describe('session ids', () => {
  it('are all different, and fit what is allowed on the wire', () => {
    const made = Array.from({ length: 2000 }, () => ids.make())
    expect(new Set(made).size).toBe(2000)
    expect(made.every((id) => new RegExp(sessionIdPattern).test(id) && ids.strong(id))).toBe(true)
  })

  it('carry 128 bits of chance, asked for in bulk', () => {
    const asked: number[] = []
    const counting = createSessionIds([a], (size) => {
      asked.push(size)
      return randomBytes(size)
    })
    const made = Array.from({ length: 65 }, () => counting.make())
    expect(asked).toEqual([1024, 1024])
    expect(new Set(made.map((id) => id.slice(2, 23))).size).toBe(65)
  })

  it('are known again by another process with the secret, also after a rotation, and by nobody else', () => {
    const id = ids.make()
    expect(createSessionIds([a], randomBytes).strong(id)).toBe(true)
    expect(createSessionIds([b, a], randomBytes).strong(id)).toBe(true)
    expect(createSessionIds([b], randomBytes).strong(id)).toBe(false)
  })

  it('are not to be invented or changed', () => {
    const id = ids.make()
    const other = ids.make()
    for (let at = 2; at < id.length; at++) {
      const changed = id.slice(0, at) + (id[at] === 'A' ? 'B' : 'A') + id.slice(at + 1)
      expect(ids.strong(changed)).toBe(false)
    }
    const invented = [
      id.slice(0, 23) + other.slice(23),
      `s_${randomBytes(24).toString('base64url')}`,
      id.slice(2),
      `${id}A`,
      id.toUpperCase(),
      ` ${id}`,
      `${id}\n`,
      'session-12345',
      's_',
      '',
      'x'.repeat(128),
    ]
    for (const guess of invented) expect(ids.strong(guess)).toBe(false)
  })

  it('may be version 4 UUIDs of the caller, and of no other version', () => {
    const uuid = randomUUID()
    expect(ids.strong(uuid)).toBe(true)
    expect(ids.strong(uuid.toUpperCase())).toBe(true)
    for (const version of '1235678') expect(ids.strong(`${uuid.slice(0, 14)}${version}${uuid.slice(15)}`)).toBe(false)
    for (const variant of '07cf') expect(ids.strong(`${uuid.slice(0, 19)}${variant}${uuid.slice(20)}`)).toBe(false)
    for (const near of [
      uuid.replaceAll('-', ''),
      `{${uuid}}`,
      `${uuid}0`,
      `${uuid}\n`,
      '00000000-0000-0000-0000-000000000000',
    ])
      expect(ids.strong(near)).toBe(false)
  })
})
