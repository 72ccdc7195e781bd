import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { OperatorError } from '@marketplace-agent/domain'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { storeOptions } from '../testing/store-options.ts'
import { disk } from './disk.ts'
import { startStore } from './start-store.ts'

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'store-'))
})
afterEach(() => rm(root, { recursive: true }))

const failure = (folder: string) =>
  startStore(disk, storeOptions({ folder })).then(
    () => new Error('It started.'),
    (error: unknown) => error as Error,
  )

it('refuses a folder that another process uses, and takes it over when that one is killed', async () => {
  const folder = join(root, 'store')
  const script = resolve(import.meta.dirname, '../testing/killed-writer.ts')
  const child = spawn(process.execPath, [script, folder, '1', '1'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (text: Buffer) => text.includes('ack') && resolve())
  })
  const error = await failure(folder)
  expect(error).toBeInstanceOf(OperatorError)
  expect(error.message).toMatch(/in use by another process.*STATE_DIR/)
  child.kill('SIGKILL')
  await ended
  await (await startStore(disk, storeOptions({ folder, shop: 'Test shop' }))).close()
})

it('refuses a folder that this process uses already', async () => {
  const folder = join(root, 'store')
  const store = await startStore(disk, storeOptions({ folder }))
  expect((await failure(folder)).message).toMatch(/in use/)
  await store.close()
})

it('makes the folders above its own, for this user alone', async () => {
  const folder = join(root, 'a', 'b', 'store')
  await (await startStore(disk, storeOptions({ folder }))).close()
  expect((await stat(folder)).mode & 0o077).toBe(0)
  for (const name of await readdir(folder)) {
    if (name !== 'lock') expect((await stat(join(folder, name))).mode & 0o077).toBe(0)
  }
})

it('says what to do about a folder that cannot be made', async () => {
  await writeFile(join(root, 'file'), 'a file')
  for (const folder of [join(root, 'file'), join(root, 'file', 'store')]) {
    const error = await failure(folder)
    expect(error).toBeInstanceOf(OperatorError)
    expect(error.message).toMatch(/STATE_DIR/)
  }
})

it.runIf(process.platform === 'linux')('says so at once where no folder can be made at all', async () => {
  const error = await failure('/proc/none/store')
  expect(error).toBeInstanceOf(OperatorError)
  expect(error.message).toMatch(/STATE_DIR/)
})
