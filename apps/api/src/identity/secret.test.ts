import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OperatorError } from '@marketplace-agent/domain'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readSettings } from '../settings.ts'
import { keysFor, openSecrets, tokenSecret } from './secret.ts'

const a = 'a'.repeat(32)
const b = 'b'.repeat(40)

describe('TOKEN_SECRET', () => {
  const read = (text: string) => readSettings({ TOKEN_SECRET: tokenSecret('', 'signs') }, { TOKEN_SECRET: text })

  it('is one secret or several, or none', () => {
    expect(read(a)).toEqual({ TOKEN_SECRET: [a] })
    expect(read(` ${b} , ${a} `)).toEqual({ TOKEN_SECRET: [b, a] })
    expect(read('')).toEqual({ TOKEN_SECRET: null })
  })

  it.each(['short', `${a},short`, `${a},`, ','])('is refused without being shown where it is too short: %s', (text) => {
    expect(() => read(text)).toThrow(OperatorError)
    expect(() => read(text)).toThrow(/TOKEN_SECRET is "…" but must be .*at least 32 characters/)
  })
})

describe('the secrets of a state folder', () => {
  let folder: string
  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'secret-')), 'state')
  })
  afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }))
  const open = () => openSecrets({ given: null, folder, randomBytes })

  it('are those given, without a file', async () => {
    expect(await openSecrets({ given: [a], folder, randomBytes })).toEqual([a])
    await expect(stat(folder)).rejects.toThrow('ENOENT')
  })

  it('are made once, for this user alone, and found again', async () => {
    const made = await open()
    expect(made[0]).toMatch(/^[\w-]{43}$/)
    expect((await stat(join(folder, 'token-secret'))).mode & 0o777).toBe(0o600)
    expect(await open()).toEqual(made)
    expect(await readdir(folder)).toEqual(['token-secret'])
  })

  it('are the same for all that start at once', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, open))
    expect(new Set(all.map(String)).size).toBe(1)
    expect(await readdir(folder)).toEqual(['token-secret'])
  })

  it('may be written by hand, rotated as in the setting', async () => {
    await mkdir(folder)
    await writeFile(join(folder, 'token-secret'), `${b},${a}\n`)
    expect(await open()).toEqual([b, a])
  })

  it('are an error for the operator where they are unusable', async () => {
    await mkdir(folder)
    await writeFile(join(folder, 'token-secret'), '')
    await expect(open()).rejects.toThrow(OperatorError)
    await expect(open()).rejects.toThrow(/token-secret must hold .*TOKEN_SECRET/)
    expect(await readFile(join(folder, 'token-secret'), 'utf8')).toBe('')
  })

  it('are an error for the operator where they are unreadable', async () => {
    await mkdir(join(folder, 'token-secret'), { recursive: true })
    await expect(open()).rejects.toThrow(OperatorError)
    await expect(open()).rejects.toThrow(/token-secret can't be read or made \(EISDIR\).*TOKEN_SECRET/)
    await rm(folder, { recursive: true })
    await writeFile(folder, '')
    await expect(open()).rejects.toThrow(/can't be read or made \(ENOTDIR\)/)
  })
})

it('derives another key for each purpose and each secret', () => {
  const keys = [...keysFor([a, b], 'tokens'), ...keysFor([a, b], 'session ids'), ...keysFor([a, b], 'fingerprints')]
  expect(new Set(keys.map((key) => key.export().toString('hex'))).size).toBe(6)
  expect(keys.every((key) => key.symmetricKeySize === 32)).toBe(true)
  expect(keysFor([a], 'tokens')[0].equals(keysFor([a, b], 'tokens')[0])).toBe(true)
})
