import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openMailer } from './open-mailer.ts'
import { contextOf, letter, letterClock, mailerContract } from './testing/index.ts'

async function open() {
  const state = await mkdtemp(join(tmpdir(), 'mail-'))
  const folder = join(state, 'mail')
  return {
    state,
    folder,
    mailer: await openMailer({ smtpUrl: null, folder, clock: letterClock }),
    received: async () => {
      const names = await readdir(folder).catch(() => [])
      return Promise.all(names.map((name) => readFile(join(folder, name))))
    },
    stop: () => rm(state, { recursive: true }),
  }
}

mailerContract('files', open)

it('writes a file a letter, named for it, for this user alone, and no second one for a second try', async () => {
  const { mailer, folder, stop } = await open()
  await mailer.send(letter, contextOf())
  await mailer.send(letter, contextOf())
  await mailer.send({ ...letter, id: '../up' }, contextOf())
  const names = await readdir(folder)
  expect(names).toHaveLength(2)
  expect(names).toContain('letter-1.eml')
  for (const name of names) expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600)
  expect((await stat(folder)).mode & 0o777).toBe(0o700)
  expect(await mailer.status(contextOf())).toEqual({ adapter: 'file', last: 'delivered' })
  await stop()
})

it('says that it cannot write without saying what', async () => {
  const { mailer, folder, stop } = await open()
  await writeFile(folder, '')
  const error = await mailer.send(letter, contextOf()).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ code: 'unavailable' })
  expect(String(error)).toContain('EEXIST')
  expect((await mailer.status(contextOf())).last).toBe('failed')
  await rm(folder)
  await mailer.send(letter, contextOf())
  await stop()
})
