import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { readScripts } from './conversation-script.ts'

async function scriptsOf(text: string) {
  const folder = await mkdtemp(join(tmpdir(), 'scripts-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'one.json'), text)
  return readScripts(folder)
}

const script = (change: object) => JSON.stringify({ kind: 'return', turns: [{ say: 'hi' }], ...change })

it('reads a script with the name of its file', async () => {
  expect(await scriptsOf(script({ clock: '2026-02-05T12:00:00Z' }))).toMatchObject([
    { file: 'one.json', kind: 'return' },
  ])
})

it.each([
  ['{', 'one.json is no JSON'],
  [script({ turns: [] }), 'one.json: /turns'],
  [script({ turns: [{ say: 'hi', expect: { intent: 'greeting' } }] }), 'one.json: "greeting" is no intent.'],
  [script({ clock: 'noon' }), 'one.json: "noon" is no instant such as 2026-02-05T12:00:00Z.'],
])('names the file of a script that is none: %s', async (text, message) => {
  await expect(scriptsOf(text)).rejects.toThrow(message)
})
