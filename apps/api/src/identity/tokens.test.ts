import type { Proof } from '@marketplace-agent/domain'
import { SignJWT, UnsecuredJWT, decodeJwt } from 'jose'
import { describe, expect, it } from 'vitest'
import { type Secrets, keysFor } from './secret.ts'
import { createTokens } from './tokens.ts'

const a = 'a'.repeat(32)
const b = 'b'.repeat(32)
const proof: Proof = { kind: 'customer', number: 'N-1', email: 'ada@example.com' }
const holder = { session: 'session', proof }

function start(secrets: Secrets = [a]) {
  let time = Date.parse('2026-02-05T12:00:00.750Z')
  const now = () => new Date(time)
  return {
    tokens: createTokens({ secrets, now }),
    rotate: (other: Secrets) => createTokens({ secrets: other, now }),
    now,
    advance: (milliseconds: number) => (time += milliseconds),
  }
}

describe('proof tokens', () => {
  it('give back the conversation and its proof', async () => {
    const { tokens } = start()
    const { token, expires } = await tokens.sign(holder)
    expect(expires).toBe('2026-02-05T12:15:00.000Z')
    expect(await tokens.verify(token)).toEqual({ valid: true, ...holder })
    const record = {
      session: 's',
      proof: { kind: 'record', record: 'complaint', number: 'C-1', email: 'a@b' },
    } as const
    expect(await tokens.verify((await tokens.sign(record)).token)).toEqual({ valid: true, ...record })
  })

  it('hold for 15 minutes', async () => {
    const { tokens, advance } = start()
    const { token } = await tokens.sign(holder)
    advance(15 * 60_000 - 1000)
    expect(await tokens.verify(token)).toMatchObject({ valid: true })
    advance(1000)
    expect(await tokens.verify(token)).toEqual({ valid: false, failure: 'expired' })
  })

  it('outlive a rotation for as long as their secret is kept', async () => {
    const { tokens, rotate } = start([a])
    const { token } = await tokens.sign(holder)
    expect(await rotate([b, a]).verify(token)).toMatchObject({ valid: true })
    expect(await rotate([b]).verify(token)).toEqual({ valid: false, failure: 'invalid' })
    const rotated = await rotate([b, a]).sign(holder)
    expect(await rotate([b]).verify(rotated.token)).toMatchObject({ valid: true })
    expect(await tokens.verify(rotated.token)).toEqual({ valid: false, failure: 'invalid' })
  })

  it('are invalid when changed, even past their time', async () => {
    const { tokens, advance } = start()
    const { token } = await tokens.sign(holder)
    const [head = '', body = '', signature = ''] = token.split('.')
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const claims = decodeJwt(token)
    const forged = [
      '',
      'x',
      'a.b.c',
      'é.é.é',
      `${head}.${body}`,
      `${head}.${body}.`,
      `${head}.${encode({ ...claims, sid: 'other' })}.${signature}`,
      `${encode({ alg: 'none', typ: 'proof+jwt' })}.${body}.`,
      `${encode({ alg: 'HS512', typ: 'proof+jwt' })}.${body}.${signature}`,
      `${head}.${body}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`,
      new UnsecuredJWT(claims).encode(),
    ]
    for (const text of forged) expect(await tokens.verify(text)).toEqual({ valid: false, failure: 'invalid' })
    advance(3_600_000)
    for (const text of forged) expect(await tokens.verify(text)).toEqual({ valid: false, failure: 'invalid' })
  })

  it('are invalid when they were signed here for something else', async () => {
    const { tokens } = start()
    const { token } = await tokens.sign(holder)
    const [key] = keysFor([a], 'tokens')
    const { kid } = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()) as { kid: string }
    const claims = decodeJwt(token)
    const sign = (payload: object, typ: string) =>
      new SignJWT({ ...payload }).setProtectedHeader({ alg: 'HS256', typ, kid }).sign(key)
    expect(await tokens.verify(await sign(claims, 'proof+jwt'))).toMatchObject({ valid: true })
    const others = [
      sign(claims, 'JWT'),
      sign({ ...claims, iss: 'another' }, 'proof+jwt'),
      sign({ ...claims, exp: undefined }, 'proof+jwt'),
      sign({ ...claims, proof: { kind: 'staff' } }, 'proof+jwt'),
      sign({ ...claims, sid: 7 }, 'proof+jwt'),
    ]
    for (const other of others) expect(await tokens.verify(await other)).toEqual({ valid: false, failure: 'invalid' })
  })
})
