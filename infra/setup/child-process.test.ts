import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { runQuietly } from './child-process.mjs'

const module = JSON.stringify(new URL('child-process.mjs', import.meta.url).href)

/** Starts a process that runs `script` in a child by runAttached, and ends as that child ends. */
function startWrapper(script: string) {
  const child = JSON.stringify(['-e', script])
  const main = `import { runAttached, endLike } from ${module}
    endLike(await runAttached(process.execPath, ${child}, { cwd: '.', env: process.env }))`
  const wrapper = spawn(process.execPath, ['--input-type=module', '-e', main], { stdio: ['ignore', 'pipe', 'inherit'] })
  return { wrapper, output: wrapper.stdout.setEncoding('utf8') }
}

test('a signal reaches the child once, and its exit code comes back', async () => {
  const { wrapper, output } = startWrapper(`
    process.on('SIGTERM', () => { console.log('ending'); setTimeout(() => process.exit(7), 100) })
    setInterval(() => {}, 1000)
    console.log('ready')`)
  let printed = ''
  output.on('data', (text: string) => {
    printed += text
    if (text.includes('ready')) for (const _ of [1, 2]) wrapper.kill('SIGTERM')
  })
  expect(await once(wrapper, 'close')).toEqual([7, null])
  expect(printed).toBe('ready\nending\n')
})

test('a child that a signal ends gives the code a shell would give', async () => {
  const { wrapper } = startWrapper(`process.kill(process.pid, 'SIGKILL')`)
  expect(await once(wrapper, 'close')).toEqual([137, null])
})

test('a quiet command keeps what it prints; a missing or late one has failed', async () => {
  const node = (script: string, timeout?: number) =>
    runQuietly(process.execPath, ['-e', script], timeout === undefined ? {} : { timeout })
  expect(await node(`console.log('out')`)).toEqual({ ok: true, output: 'out\n' })
  expect(await node(`console.error('err')`)).toEqual({ ok: true, output: 'err\n' })
  expect(await node('process.exit(1)')).toEqual({ ok: false, output: '' })
  expect(await node('setInterval(() => {}, 1000)', 50)).toEqual({ ok: false, output: '' })
  expect((await runQuietly('no-such-command', [])).ok).toBe(false)
})
