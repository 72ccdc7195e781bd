import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { doubting } from './testing/doubting.ts'
import { type TestApp, sharedCache, startTestApp } from './testing/test-app.ts'

const staff = 'a-token-of-the-staff'
let test: TestApp
beforeAll(async () => {
  test = await startTestApp({ environment: { STAFF_TOKEN: staff }, change: doubting('blorp') })
  const { session_id: session } = await test.chat('blorp the laptop sideways')
  await test.chat('which laptops do you have?', session)
  await test.chat('a human please', session)
  await test.services.keeper.settled()
})
afterAll(() => test.stop())

const get = (query = '', token?: string) =>
  test.send('GET', `/api/staff/turns${query}`, token === undefined ? {} : { token })

it('gives the staff the lines, and nobody else', async () => {
  const response = await get('', staff)
  expect(response.statusCode).toBe(200)
  const lines = response.json<{ text: string }[]>()
  expect(lines).toContainEqual({
    text: 'blorp the laptop sideways',
    intent: 'product_info',
    why: 'corrected',
    count: 1,
  })
  expect((await get()).statusCode).toBe(403)
  const { token } = await test.prove('ORD-1010', 'sofia.marchetti@example.com')
  expect((await get('', token)).statusCode).toBe(403)
  expect((await get('', 'no-token')).statusCode).toBe(401)
})

it('gives those that are asked for', async () => {
  const texts = async (query: string) => (await get(query, staff)).json<{ text: string }[]>().map(({ text }) => text)
  expect(await texts('?why=handed_over')).toEqual(['which laptops do you have?', 'a human please'])
  expect(await texts('?since=2026-02-06')).toEqual([])
  expect((await get('?why=nothing', staff)).statusCode).toBe(422)
  expect((await get('?since=yesterday', staff)).statusCode).toBe(422)
})

it('prints them by a command, beside the server', () => {
  const run = (...words: readonly string[]) =>
    spawnSync(process.execPath, [resolve(import.meta.dirname, 'commands/data.ts'), 'turns', ...words], {
      encoding: 'utf8',
      env: {
        STATE_DIR: test.stateFolder,
        CACHE_DIR: resolve(sharedCache),
        SHOP_CLOCK: test.services.clock.now().toISOString(),
      },
    })
  const { stdout, stderr, status } = run('--why', 'corrected,handed_over')
  expect(status, stderr).toBe(0)
  const lines = stdout.trim().split('\n')
  expect(lines.map((line) => JSON.parse(line).text)).toContain('blorp the laptop sideways')
  expect(stderr).toContain(`${lines.length} lines of`)
  expect(run('--why', 'bored').stderr).toBe(
    '--why takes unsure, corrected, handed_over, separated by commas, not "bored".\n',
  )
  expect(run('--since', 'monday')).toMatchObject({ status: 1, stdout: '' })
})
