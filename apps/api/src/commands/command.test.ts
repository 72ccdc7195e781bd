import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, it } from 'vitest'

/** A command that goes on printing until nobody reads. */
const program = `
import { setImmediate as pause } from 'node:timers/promises'
import { runCommand } from ${JSON.stringify(join(import.meta.dirname, 'command.ts'))}
runCommand(async () => {
  for (;;) {
    process.stdout.write('a line\\n')
    await pause()
  }
})`

it.each(['eval', 'data', 'audit', 'bench', 'mutations'])('%s says how it is used', async (name) => {
  const child = spawn(process.execPath, [join(import.meta.dirname, `${name}.ts`), name === 'eval' ? '-h' : '--help'])
  let [said, complained] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complained += text))
  const [code] = (await once(child, 'close')) as [number]
  expect({ code, complained }).toEqual({ code: 0, complained: '' })
  expect(said).toMatch(new RegExp(`^npm run (-s )?${name}`))
})

it('ends without a word where nobody reads on', async () => {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  await once(child.stdout, 'data')
  child.stdout.destroy()
  const [code] = (await once(child, 'close')) as [number]
  expect(said).toBe('')
  expect(code).toBe(0)
})
