import { type KeyObject, createHash } from 'node:crypto'
import type { Proof } from '@marketplace-agent/domain'
import { type Static, Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { SignJWT, errors, jwtVerify } from 'jose'
import { type Secrets, keysFor } from './secret.ts'

/** Who holds a token: a conversation, and what was proved in it. */
export interface TokenHolder {
  readonly session: string
  readonly proof: Proof
}

export type TokenVerdict =
  | ({ readonly valid: true } & TokenHolder)
  | { readonly valid: false; readonly failure: 'expired' | 'invalid' }

export interface Tokens {
  /** `expires` is ISO 8601. */
  sign(holder: TokenHolder): Promise<{ readonly token: string; readonly expires: string }>
  /** Any text may be given. */
  verify(token: string): Promise<TokenVerdict>
}

const lifetime = 15 * 60
const algorithm = 'HS256'
const issuer = 'marketplace-agent'
/** Says what the token is for, so that no other token of this server is ever taken for one. */
const type = 'proof+jwt'

const Claims = Type.Object({
  sid: Type.String(),
  iat: Type.Integer(),
  exp: Type.Integer(),
  proof: Type.Union([
    Type.Object({ kind: Type.Literal('customer'), number: Type.String(), email: Type.String() }),
    Type.Object({
      kind: Type.Literal('record'),
      record: Type.Union([Type.Literal('complaint'), Type.Literal('refund')]),
      number: Type.String(),
      email: Type.String(),
    }),
  ]),
})

const keyId = (key: KeyObject) => createHash('sha256').update(key.export()).digest('base64url').slice(0, 8)

/** JSON Web Tokens (HS256) that carry a proof for 15 minutes; signed by the first secret, taken from any of them. */
export function createTokens({ secrets, now }: { readonly secrets: Secrets; readonly now: () => Date }): Tokens {
  const all = keysFor(secrets, 'tokens')
  const keys = new Map(all.map((key) => [keyId(key), key]))
  const [signing] = all

  return {
    async sign({ session, proof }) {
      const issued = Math.floor(now().getTime() / 1000)
      const claims: Static<typeof Claims> = { sid: session, proof, iat: issued, exp: issued + lifetime }
      const token = await new SignJWT({ ...claims, iss: issuer })
        .setProtectedHeader({ alg: algorithm, typ: type, kid: keyId(signing) })
        .sign(signing)
      return { token, expires: new Date(claims.exp * 1000).toISOString() }
    },
    async verify(token) {
      const keyOf = ({ kid = '' }: { kid?: string }) => {
        const key = keys.get(kid)
        if (key === undefined) throw new errors.JWKSNoMatchingKey()
        return key
      }
      try {
        const expected = { algorithms: [algorithm], issuer, typ: type, currentDate: now() }
        const { payload } = await jwtVerify(token, keyOf, expected)
        if (!Value.Check(Claims, payload)) return { valid: false, failure: 'invalid' }
        return { valid: true, session: payload.sid, proof: payload.proof }
      } catch (error) {
        if (!(error instanceof errors.JOSEError)) throw error
        return { valid: false, failure: error instanceof errors.JWTExpired ? 'expired' : 'invalid' }
      }
    },
  }
}
