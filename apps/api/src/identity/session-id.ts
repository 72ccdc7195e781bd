import { type KeyObject, createHmac, timingSafeEqual } from 'node:crypto'
import { type Secrets, keysFor } from './secret.ts'

/** What a caller may send as a session id. */
export const sessionIdPattern = '^[A-Za-z0-9._:-]{1,128}$'

export interface SessionIds {
  make(): string
  /** Whether nobody can guess it, so that it may hold proof and have a history: made here, or a version 4 UUID. */
  strong(id: string): boolean
}

const randomSize = 16
const checksumSize = 8
/** So many ids are made at once: their random bytes are asked for together, and one after the other they cost a third. */
const pooled = 64

/** 24 bytes are 32 characters of base64url without a bit to spare, so that one id has one spelling. */
const own = /^s_[\w-]{32}$/
const uuid4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i

/**
 * Ids of 128 random bits with a keyed checksum of 64, by which the server knows its own again without a table: after a
 * restart, on another machine, and for as long as the secret that made them is among the secrets.
 */
export function createSessionIds(secrets: Secrets, randomBytes: (size: number) => Buffer): SessionIds {
  const keys = keysFor(secrets, 'session ids')
  const checksum = (random: Buffer, key: KeyObject) =>
    createHmac('sha256', key).update(random).digest().subarray(0, checksumSize)
  const idOf = (random: Buffer) => `s_${Buffer.concat([random, checksum(random, keys[0])]).toString('base64url')}`
  const unused: string[] = []
  function makeMore() {
    const bytes = randomBytes(randomSize * pooled)
    for (let start = 0; start < bytes.length; start += randomSize)
      unused.push(idOf(bytes.subarray(start, start + randomSize)))
  }

  return {
    make() {
      if (unused.length === 0) makeMore()
      return unused.pop() as string
    },
    strong(id) {
      if (uuid4.test(id)) return true
      if (!own.test(id)) return false
      const bytes = Buffer.from(id.slice(2), 'base64url')
      const random = bytes.subarray(0, randomSize)
      return keys.some((key) => timingSafeEqual(bytes.subarray(randomSize), checksum(random, key)))
    },
  }
}
