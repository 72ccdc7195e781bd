import { type KeyObject, createSecretKey, hkdfSync } from 'node:crypto'
import { link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { OperatorError } from '@marketplace-agent/domain'
import type { Setting } from '../settings.ts'

/** The first signs, all verify. */
export type Secrets = readonly [string, ...string[]]

/** What a key is for; keys of different purposes tell nothing of one another. */
export type KeyPurpose = 'session ids' | 'fingerprints' | 'tokens'

const shortest = 32

function readSecrets(text: string): Secrets {
  const [first = '', ...others] = text.split(',').map((secret) => secret.trim())
  const secrets: Secrets = [first, ...others]
  if (secrets.some((secret) => secret.length < shortest)) {
    throw new Error(`one secret or more, separated by commas, each of at least ${shortest} characters`)
  }
  return secrets
}

/** The reader of TOKEN_SECRET; null where none is given. */
export const tokenSecret = (fallback: string, about: string): Setting<Secrets | null> => ({
  fallback,
  about,
  read: (text) => (text === '' ? null : readSecrets(text)),
})

export interface SecretsOptions {
  readonly given: Secrets | null
  /** The state folder; it is made where it isn't there. */
  readonly folder: string
  readonly randomBytes: (size: number) => Buffer
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code

async function writeDurably(path: string, text: string): Promise<void> {
  await using file = await open(path, 'wx', 0o600)
  await file.writeFile(text)
  await file.sync()
}

/** Makes the file in one step; where another process was quicker, its file stays. */
async function makeFile(folder: string, path: string, randomBytes: SecretsOptions['randomBytes']): Promise<void> {
  await mkdir(folder, { recursive: true })
  const draft = `${path}.${randomBytes(8).toString('hex')}.tmp`
  await writeDurably(draft, `${randomBytes(32).toString('base64url')}\n`)
  try {
    await link(draft, path)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  } finally {
    await rm(draft, { force: true })
  }
  await using directory = await open(folder, 'r')
  await directory.sync()
}

async function readFileOrNull(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

/**
 * The secrets that were given, else those of the file `token-secret` in the state folder, which is made of 256 random
 * bits where it is absent. Throws OperatorError where it can be neither read nor made.
 */
export async function openSecrets({ given, folder, randomBytes }: SecretsOptions): Promise<Secrets> {
  if (given !== null) return given
  const path = join(folder, 'token-secret')
  let text: string | null
  try {
    text = await readFileOrNull(path)
    if (text === null) {
      await makeFile(folder, path, randomBytes)
      text = await readFile(path, 'utf8')
    }
  } catch (error) {
    throw new OperatorError(
      `${path} can't be read or made (${codeOf(error)}); give this user the right to it, or set TOKEN_SECRET.`,
      { cause: error },
    )
  }
  try {
    return readSecrets(text)
  } catch (error) {
    throw new OperatorError(
      `${path} must hold ${(error as Error).message}; remove it and a new one is made, or set TOKEN_SECRET.`,
    )
  }
}

/** The keys (256 bits) of one purpose, in the secrets' order. */
export function keysFor([first, ...others]: Secrets, purpose: KeyPurpose): readonly [KeyObject, ...KeyObject[]] {
  const derive = (secret: string) =>
    createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', `marketplace-agent ${purpose}`, 32)))
  return [derive(first), ...others.map(derive)]
}
